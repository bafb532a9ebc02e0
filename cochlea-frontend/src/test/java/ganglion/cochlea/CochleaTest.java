package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.cochlea.encode.LifEncoder.LifReset;
import ganglion.cochlea.encode.PopulationEncoder;
import ganglion.cochlea.gain.Gains.FixedGain;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CochleaTest {

    private static final long END = Long.MAX_VALUE;

    private final Cochlea cochlea = new Cochlea(CochleaParameters.DEFAULT);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31})
    void clipsShorterThanAHopGiveNoFrames(int samples) {
        CochleaOutput output = cochlea.hear(new AudioClip(new double[samples], 16_000));

        assertEquals(0, output.frames());
        assertEquals(64, output.bands());
        assertEquals(64, output.spikes().neuronCount());
    }

    @ParameterizedTest
    @MethodSource("ganglion.cochlea.CochleaStreamTest#parameters")
    void silenceIsSilentInEveryEar(CochleaParameters parameters) {
        Assumptions.assumeFalse(
                parameters.encoder() instanceof PopulationEncoder, "population coding has neurons for silence");

        CochleaOutput output = new Cochlea(parameters)
                .hear(new AudioClip(new double[(int) parameters.sampleRateHertz()], parameters.sampleRateHertz()));

        assertTrue(output.frames() > 0);
        assertEquals(0, output.spikes().size());
        for (int frame = 0; frame < output.frames(); frame++) {
            assertArrayEquals(new double[64], output.drive().frame(frame));
        }
    }

    @ParameterizedTest
    @MethodSource("ganglion.cochlea.CochleaStreamTest#parameters")
    void clippedSoundGivesFiniteDrives(CochleaParameters parameters) {
        AudioClip loud = tone(500, 50, 0.2, parameters.sampleRateHertz());
        double[] clipped = Arrays.stream(loud.samples())
                .map(sample -> Math.max(-1, Math.min(1, sample)))
                .toArray();

        CochleaOutput output = new Cochlea(parameters).hear(new AudioClip(clipped, parameters.sampleRateHertz()));

        for (int frame = 0; frame < output.frames(); frame++) {
            for (double drive : output.drive().frame(frame)) {
                assertTrue(drive >= 0 && drive < Double.POSITIVE_INFINITY, "drive " + drive);
            }
        }
    }

    @Test
    void spikesDoNotDependOnLoudness() {
        CochleaOutput full = cochlea.hear(tone(800, 1, 1, 16_000));
        CochleaOutput faint = cochlea.hear(tone(800, 0.01, 1, 16_000));

        assertEquals(full.spikes(), faint.spikes());
    }

    @Test
    void aWhisperGivesSpikesWithin64MillisecondsAndLessGivesNone() {
        CochleaOutput whisper = cochlea.hear(tone(800, 0.0004, 1, 16_000));
        CochleaOutput less = cochlea.hear(tone(800, 0.0001, 1, 16_000));

        assertTrue(whisper.spikes().size() > 0);
        assertTrue((whisper.spikes().tick(0) + 1) * whisper.hopSeconds() <= 0.064);
        assertEquals(0, less.spikes().size());
    }

    @Test
    void inhibitionHalvesTheSpikesThatLeakIntoOtherBands() {
        Cochlea without = new Cochlea(CochleaParameters.DEFAULT.withInhibition(LateralInhibition.NONE));
        int leakedBefore = 0;
        int leakedAfter = 0;
        for (double hertz = 150; hertz < 900; hertz += 50) {
            leakedBefore += spikesBesideTheLoudestBand(without.hear(tone(hertz, 1, 0.5, 16_000)));
            leakedAfter += spikesBesideTheLoudestBand(cochlea.hear(tone(hertz, 1, 0.5, 16_000)));
        }

        assertEquals(0.5, (double) leakedAfter / leakedBefore, 0.05);
    }

    @Test
    void clipsOfOtherRatesSoundTheSame() {
        CochleaOutput native16 = cochlea.hear(tone(800, 0.5, 1, 16_000));
        CochleaOutput resampled = cochlea.hear(tone(800, 0.5, 1, 44_100));

        assertEquals(16_000, resampled.audio().sampleRateHertz());
        assertEquals(native16.frames(), resampled.frames());
        int band = loudestBand(native16);
        for (int frame = 50; frame < 450; frame++) {
            assertEquals(native16.mel().at(frame, band), resampled.mel().at(frame, band), 1e-5);
        }
    }

    @Test
    void theDriveIsWhatTheEncoderSees() {
        CochleaParameters parameters = CochleaParameters.DEFAULT
                .withGain(new FixedGain(2))
                .withInhibition(LateralInhibition.NONE)
                .withEncoder(new LifEncoder(0, 1, false, LifReset.ZERO));

        CochleaOutput output = new Cochlea(parameters).hear(tone(1000, 1, 0.5, 16_000));

        for (int frame = 0; frame < output.frames(); frame++) {
            int[] fired = output.spikes().countsByNeuron(frame, frame + 1L);
            for (int band = 0; band < output.bands(); band++) {
                assertEquals(2 * output.mel().at(frame, band), output.drive().at(frame, band));
                assertEquals(output.drive().at(frame, band) >= 1 ? 1 : 0, fired[band]);
            }
        }
        assertTrue(output.spikes().size() > 0);
    }

    @Test
    void clipsAtTheSameTimeDoNotDisturbEachOther() {
        List<AudioClip> clips = IntStream.range(0, 12)
                .mapToObj(i -> tone(200 + 150 * i, 0.5, 0.3, 16_000))
                .toList();
        List<SpikeRaster> alone =
                clips.stream().map(clip -> cochlea.hear(clip).spikes()).toList();

        List<SpikeRaster> together =
                clips.parallelStream().map(clip -> cochlea.hear(clip).spikes()).toList();

        assertEquals(alone, together);
    }

    @Test
    void refusesClipsThatWouldFillTheMemory() {
        Cochlea greedy = new Cochlea(CochleaParameters.DEFAULT
                .withFrames(16_000, 0.032, 1 / 16_000.0)
                .withMel(MelParameters.of(4096)));

        String message = assertThrows(
                        IllegalArgumentException.class, () -> greedy.hear(new AudioClip(new double[100_000], 16_000)))
                .getMessage();

        assertTrue(message.startsWith("100000 frames of 4096 bands are too many"), message);
    }

    private static AudioClip tone(double hertz, double amplitude, double seconds, double rateHertz) {
        double[] samples = new double[(int) (seconds * rateHertz)];
        Arrays.setAll(samples, k -> amplitude * Math.sin(2 * Math.PI * hertz * k / rateHertz));
        return new AudioClip(samples, rateHertz);
    }

    private static int loudestBand(CochleaOutput output) {
        int[] counts = output.spikes().countsByNeuron(0, END);
        int best = 0;
        for (int band = 1; band < counts.length; band++) {
            best = counts[band] > counts[best] ? band : best;
        }
        return best;
    }

    private static int spikesBesideTheLoudestBand(CochleaOutput output) {
        return output.spikes().size() - output.spikes().countsByNeuron(0, END)[loudestBand(output)];
    }
}
