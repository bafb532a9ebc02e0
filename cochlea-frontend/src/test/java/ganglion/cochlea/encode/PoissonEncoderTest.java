package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
