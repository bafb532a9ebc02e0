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
import org.junit.jupiter.params.provider.ValueSource;

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
        assertEquals(whole.spikes(), streamed(parameters, clip, 7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 8_000, 22_050, 15_999})
    void soundOfAnotherRateIsResampledOnTheWay(double rateHertz) {
        AudioClip clip = sweep(0.4, rateHertz);

        CochleaOutput whole = new Cochlea(CAUSAL).hear(clip);

        assertTrue(whole.spikes().size() > 20);
        assertEquals(whole.spikes(), streamed(CAUSAL, clip, 1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 5000})
    void piecesMayHaveAnyLength(int piece) {
        AudioClip clip = sweep(0.3, 16_000);

        assertEquals(new Cochlea(CAUSAL).hear(clip).spikes(), streamed(CAUSAL, clip, piece));
    }

    @Test
    void aFramesSpikesComeWithItsLastSample() {
        AudioClip clip = sweep(0.1, 16_000);
        long[] spikes = new long[1];
        CochleaStream stream = new CochleaStream(CAUSAL, (tick, neuron) -> spikes[0]++);
        SpikeRaster expected = new Cochlea(CAUSAL).hear(clip).spikes();

        for (int i = 0; i < clip.samples().length; i++) {
            stream.accept(clip.samples(), i, 1);
            assertEquals((i + 1) / 32, stream.frames());
            assertEquals(expected.firstIndexAt(stream.frames()), spikes[0], "after sample " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void nothingIsAllocatedPerFrame(CochleaParameters parameters) {
        AudioClip clip = sweep(0.5, parameters.sampleRateHertz());

        assertEquals(0, allocatedBytes(parameters, clip));
    }

    @Test
    void resamplingAllocatesNothingEither() {
        assertEquals(0, allocatedBytes(CAUSAL, sweep(0.5, 44_100)));
    }

    @Test
    void theDelayOfResamplingIsReported() {
        double delaySeconds = new CochleaStream(CAUSAL, 48_000, (tick, neuron) -> {}).resamplingDelaySeconds();

        assertTrue(delaySeconds > 0.001 && delaySeconds < 0.006, delaySeconds + " s");
        assertEquals(0, new CochleaStream(CAUSAL, (tick, neuron) -> {}).resamplingDelaySeconds());
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

    private static SpikeRaster streamed(CochleaParameters parameters, AudioClip clip, int piece) {
        SpikeRaster.Builder raster = SpikeRaster.builder(
                parameters.encoder().neurons(parameters.mel().bands()));
        CochleaStream stream = new CochleaStream(parameters, clip.sampleRateHertz(), raster::add);
        double[] samples = clip.samples();
        for (int i = 0; i < samples.length; i += piece) {
            stream.accept(samples, i, Math.min(piece, samples.length - i));
        }
        stream.finish();
        return raster.build();
    }

    /** The least of some rounds: now and then the virtual machine allocates something of its own. */
    private static long allocatedBytes(CochleaParameters parameters, AudioClip clip) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] spikes = new long[1];
        CochleaStream stream = new CochleaStream(parameters, clip.sampleRateHertz(), (tick, neuron) -> spikes[0]++);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            stream.accept(clip.samples(), 0, clip.samples().length);
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
