package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTransformTest {

    private static final int LANES = 5;

    /** Halves: odd, prime, mixed, powers of two and four, one. */
    @ParameterizedTest
    @ValueSource(
            ints = {2, 4, 6, 8, 10, 14, 16, 18, 22, 26, 30, 34, 62, 64, 96, 100, 128, 210, 400, 512, 882, 1102, 2048})
    void ownTransformsAgreeWithTheLibrary(int size) {
        assertTrue(LaneTransform.supports(size));
        double[][] own = transformed(new LaneTransform(size, LANES), size, 1);
        double[][] library = transformed(new LibraryTransform(size, LANES), size, 1);

        for (int bin = 0; bin <= size / 2; bin++) {
            assertArrayEquals(library[bin], own[bin], 1e-12 * size, "bin " + bin + " of " + size);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 74, 514, 1466})
    void roughSizesAreLeftToTheLibrary(int size) {
        assertFalse(LaneTransform.supports(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 90, 882, 514})
    void framesDoNotDependOnTheirNeighbours(int size) {
        double[][] together = transformed(FrameTransform.of(size, LANES), size, 2);
        FrameTransform single = FrameTransform.of(size, 1);
        double[][] power = new double[size / 2 + 1][1];
        for (int lane = 0; lane < LANES; lane++) {
            fill(single, size, lane, 0);
            single.power(2, power);
            for (int bin = 0; bin <= size / 2; bin++) {
                assertEquals(power[bin][0], together[bin][lane], "bin " + bin + " of lane " + lane);
            }
        }
    }

    /** Parseval: the mean power of the samples is that of the spectrum, whose inner bins stand for two frequencies. */
    @ParameterizedTest
    @ValueSource(ints = {64, 90, 512, 882, 514})
    void energyIsKept(int size) {
        FrameTransform transform = FrameTransform.of(size, LANES);
        double[][] power = transformed(transform, size, 1);
        for (int lane = 0; lane < LANES; lane++) {
            double energy = 0;
            for (double sample : frame(size, lane)) {
                energy += sample * sample;
            }
            double spectral = power[0][lane] + power[size / 2][lane];
            for (int bin = 1; bin < size / 2; bin++) {
                spectral += 2 * power[bin][lane];
            }
            assertEquals(energy, spectral / size, 1e-12 * energy);
        }
    }

    @Test
    void aCosineFillsItsBinOnly() {
        FrameTransform transform = FrameTransform.of(24, 1);
        for (int i = 0; i < 12; i++) {
            transform.even()[i][0] = Math.cos(2 * Math.PI * 5 * (2 * i) / 24);
            transform.odd()[i][0] = Math.cos(2 * Math.PI * 5 * (2 * i + 1) / 24);
        }
        double[][] power = new double[13][1];

        transform.power(1, power);

        for (int bin = 0; bin < 13; bin++) {
            assertEquals(bin == 5 ? 144 : 0, power[bin][0], 1e-12);
        }
    }

    private static double[][] transformed(FrameTransform transform, int size, double factor) {
        for (int lane = 0; lane < LANES; lane++) {
            fill(transform, size, lane, lane);
        }
        double[][] power = new double[size / 2 + 1][LANES];
        transform.power(factor, power);
        return power;
    }

    private static void fill(FrameTransform transform, int size, int seed, int lane) {
        double[] frame = frame(size, seed);
        for (int i = 0; i < size / 2; i++) {
            transform.even()[i][lane] = frame[2 * i];
            transform.odd()[i][lane] = frame[2 * i + 1];
        }
    }

    private static double[] frame(int size, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] frame = new double[size];
        for (int i = 0; i < size; i++) {
            frame[i] = random.nextDouble() * 2 - 1;
        }
        return frame;
    }
}
