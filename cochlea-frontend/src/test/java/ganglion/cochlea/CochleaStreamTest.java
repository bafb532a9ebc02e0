package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.encode.FirstSpikeEncoder;
import ganglion.cochlea.encode.LevelCrossingEncoder;
import ganglion.cochlea.encode.PhaseLockedEncoder;
import ganglion.cochlea.encode.PoissonEncoder;
import ganglion.cochlea.encode.PopulationEncoder;
import ganglion.cochlea.gain.Gains.DecibelDrive;
import ganglion.cochlea.gain.Gains.FixedGain;
import ganglion.cochlea.gain.PerChannelEnergy;
import ganglion.cochlea.gain.RunningMaximum;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.kernel.event.SpikeRaster;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CochleaStreamTest {

    private static final CochleaParameters CAUSAL = CochleaParameters.DEFAULT.withGain(RunningMaximum.DEFAULT);

    static List<CochleaParameters> parameters() {
        return List.of(
                CAUSAL,
                CAUSAL.withFrames(16_000, 0.032, 0.01),
                CAUSAL.withFrames(16_000, 0.01, 0.02),
                CAUSAL.withFrames(44_100, 0.02, 0.01),
                CAUSAL.withGain(new FixedGain(50)),
                CAUSAL.withGain(DecibelDrive.DEFAULT),
                CAUSAL.withGain(PerChannelEnergy.DEFAULT),
                CAUSAL.withTransfer(EarTransfer.BS_1387),
                CAUSAL.withMel(MelParameters.of(64).withRange(0, 7_900).withScale(MelScale.HTK)),
                CAUSAL.withFilters(BandFilters.GAMMATONE),
                CAUSAL.withFilters(BandFilters.GAMMATONE).withTransfer(EarTransfer.BS_1387),
                CAUSAL.withFilters(BandFilters.HAIR_CELLS).withEncoder(new PhaseLockedEncoder(0.01, 0)),
                CAUSAL.withEncoder(new LevelCrossingEncoder(0.1)),
                CAUSAL.withEncoder(new FirstSpikeEncoder(8, 0.1)),
                CAUSAL.withEncoder(new PoissonEncoder(0.5, 3)),
                CAUSAL.withEncoder(new PopulationEncoder(5)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void streamsGiveTheSpikesOfTheClip(CochleaParameters parameters) {
        AudioClip clip = sweep(0.6, parameters.sampleRateHertz());

        CochleaOutput whole = new Cochlea(parameters).hear(clip);

        assertTrue(whole.spikes().size() > 5, whole.spikes().size() + " spikes");
        assertEquals(whole.spikes(), streamed(parameters, clip));
    }

    @Test
    void aFramesSpikesComeWithItsHop() {
        AudioClip clip = sweep(0.1, 16_000);
        long[] spikes = new long[1];
        CochleaStream stream = new CochleaStream(CAUSAL, (tick, neuron) -> spikes[0]++);
        SpikeRaster expected = new Cochlea(CAUSAL).hear(clip).spikes();

        for (int frame = 0; frame < clip.samples().length / 32; frame++) {
            stream.accept(clip.samples(), 32 * frame);
            assertEquals(expected.firstIndexAt(frame + 1), spikes[0], "after frame " + frame);
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void nothingIsAllocatedPerFrame(CochleaParameters parameters) {
        AudioClip clip = sweep(0.5, parameters.sampleRateHertz());

        assertEquals(0, allocatedBytes(parameters, clip));
    }

    @Test
    void refusesToLookIntoTheFuture() {
        String gain = assertThrows(
                        IllegalArgumentException.class,
                        () -> new CochleaStream(CochleaParameters.DEFAULT, (tick, neuron) -> {}))
                .getMessage();
        CochleaParameters centred = CAUSAL.withSpectrum(CAUSAL.spectrum().withFraming(Framing.CENTRED));
        String framing = assertThrows(
                        IllegalArgumentException.class, () -> new CochleaStream(centred, (tick, neuron) -> {}))
                .getMessage();

        assertTrue(gain.startsWith("the gain control looks at a clip as a whole"), gain);
        assertEquals("the frames are CENTRED, but a stream needs CAUSAL framing", framing);
    }

    private static SpikeRaster streamed(CochleaParameters parameters, AudioClip clip) {
        SpikeRaster.Builder raster = SpikeRaster.builder(
                parameters.encoder().neurons(parameters.mel().bands()));
        hear(clip, parameters, new CochleaStream(parameters, raster::add));
        return raster.build();
    }

    private static void hear(AudioClip clip, CochleaParameters parameters, CochleaStream stream) {
        int hop = parameters.hopSamples();
        for (int offset = 0; offset + hop <= clip.samples().length; offset += hop) {
            stream.accept(clip.samples(), offset);
        }
    }

    /** The least of some rounds: now and then the virtual machine allocates something of its own. */
    private static long allocatedBytes(CochleaParameters parameters, AudioClip clip) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] spikes = new long[1];
        CochleaStream stream = new CochleaStream(parameters, (tick, neuron) -> spikes[0]++);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            hear(clip, parameters, stream);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(spikes[0] > 0);
        return least;
    }

    /** A sweep over most of the range that swells and fades, in faint noise. */
    private static AudioClip sweep(double seconds, double rateHertz) {
        SplittableRandom random = new SplittableRandom(2);
        double[] samples = new double[(int) (seconds * rateHertz)];
        Arrays.setAll(samples, k -> {
            double t = k / rateHertz;
            double loudness = 0.3 + 0.3 * Math.sin(20 * t);
            return loudness * Math.sin(2 * Math.PI * (200 + 1500 * t) * t) + 1e-3 * (random.nextDouble() - 0.5);
        });
        return new AudioClip(samples, rateHertz);
    }
}
