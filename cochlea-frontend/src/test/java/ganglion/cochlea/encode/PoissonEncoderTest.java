package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonEncoderTest {

    private static final int FRAMES = 20_000;

    /** The decoder: the share p of frames with a spike gives the drive, -ln(1 - p) / rate. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 1, 2})
    void theRateDecodesTheDrive(double drive) {
        double[] drives = new double[FRAMES];
        Arrays.fill(drives, drive);

        double share = Encoded.raster(new PoissonEncoder(0.5, 7), 1, drives).size() / (double) FRAMES;

        double decoded = -Math.log1p(-share) / 0.5;
        // Four standard deviations of a binomial share, carried through the decoder.
        double tolerance = 4 * Math.sqrt(share * (1 - share) / FRAMES) / (1 - share) / 0.5;
        assertEquals(drive, decoded, tolerance);
    }

    /** The intervals of a process without memory vary as much as they last: coefficient of variation sqrt(1 - p). */
    @Test
    void intervalsAreGeometric() {
        double[] drives = new double[FRAMES];
        Arrays.fill(drives, 1);

        SpikeRaster raster = Encoded.raster(new PoissonEncoder(0.2, 3), 1, drives);

        double mean = 0;
        double square = 0;
        int intervals = raster.size() - 1;
        for (int i = 0; i < intervals; i++) {
            double interval = raster.tick(i + 1) - raster.tick(i);
            mean += interval / intervals;
            square += interval * interval / intervals;
        }
        double probability = -Math.expm1(-0.2);
        assertEquals(1 / probability, mean, 0.05 / probability);
        assertEquals(Math.sqrt(1 - probability), Math.sqrt(square - mean * mean) / mean, 0.05);
    }

    @Test
    void neuronsFireIndependently() {
        double[] drives = new double[2 * FRAMES];
        Arrays.fill(drives, 1);

        SpikeRaster raster = Encoded.raster(new PoissonEncoder(0.5, 1), 2, drives);

        int[] counts = raster.countsByNeuron(0, FRAMES);
        int together = 0;
        for (int i = 1; i < raster.size(); i++) {
            together += raster.tick(i) == raster.tick(i - 1) ? 1 : 0;
        }
        assertEquals((double) counts[0] * counts[1] / FRAMES, together, 4 * Math.sqrt(0.155 * 0.845 * FRAMES));
    }

    @Test
    void theSeedDecides() {
        double[] drives = new double[1000];
        Arrays.fill(drives, 0.5);
        SpikeRaster raster = Encoded.raster(new PoissonEncoder(1, 1), 1, drives);

        assertEquals(raster, Encoded.raster(new PoissonEncoder(1, 1), 1, drives));
        assertNotEquals(raster, Encoded.raster(new PoissonEncoder(1, 2), 1, drives));
    }

    @Test
    void noDriveNoSpikes() {
        assertEquals(
                0,
                Encoded.raster(new PoissonEncoder(1000, 1), 1, new double[1000]).size());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesSenselessRates(double rate) {
        assertThrows(IllegalArgumentException.class, () -> new PoissonEncoder(rate, 1));
    }

    /** The oracle: SplitMix64's output function, applied to the seed, then the neuron, then the tick. */
    @Test
    void aNeuronFiresIfItsMixedNumberIsBelowTheProbability() {
        long seed = -5;
        int bands = 3;
        double[] drives = new double[200 * bands];
        Arrays.fill(drives, 0.7);
        SpikeRaster.Builder expected = SpikeRaster.builder(bands);
        for (int tick = 0; tick < 200; tick++) {
            for (int neuron = 0; neuron < bands; neuron++) {
                long bits = mix(mix(mix(seed) + neuron) + tick);
                if ((bits >>> 11) * 0x1p-53 < -Math.expm1(-0.7)) {
                    expected.add(tick, neuron);
                }
            }
        }

        assertEquals(expected.build(), Encoded.raster(new PoissonEncoder(1, seed), bands, drives));
    }

    private static long mix(long counter) {
        long z = counter + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
