package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.spectrum.FrameTransform.LibraryTransform;
import java.util.Arrays;
import java.util.SplittableRandom;
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
        double[][] own = transformed(new LaneTransform(weights(size), LANES), size);
        double[][] library = transformed(new LibraryTransform(weights(size), LANES), size);

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
        double[][] together = transformed(FrameTransform.of(weights(size), LANES), size);
        FrameTransform single = FrameTransform.of(weights(size), 1);
        for (int lane = 0; lane < LANES; lane++) {
            fill(single, size, lane, 0);
            double[][] power = single.power();
            for (int bin = 0; bin <= size / 2; bin++) {
                assertEquals(power[bin][0], together[bin][lane], "bin " + bin + " of lane " + lane);
            }
        }
    }

    private static double[][] transformed(FrameTransform transform, int size) {
        for (int lane = 0; lane < LANES; lane++) {
            fill(transform, size, lane, lane);
        }
        return transform.power();
    }

    private static void fill(FrameTransform transform, int size, int seed, int lane) {
        double[] frame = frame(size, seed);
        for (int i = 0; i < size; i++) {
            transform.samples()[i][lane] = frame[i];
        }
    }

    /** Weights that all differ, of both signs. */
    private static double[] weights(int size) {
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> Math.cos(i) * 1.5);
        return weights;
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
