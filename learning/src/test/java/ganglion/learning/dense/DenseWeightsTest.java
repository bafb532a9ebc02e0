package ganglion.learning.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.dense.DenseNetwork.DenseWeights;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DenseWeightsTest {

    private final DenseWeights weights = DenseWeights.create(5, 3, new SplittableRandom(4));

    @Test
    void freshNumbersLieWithinTheBoundOfPyTorch() {
        double bound = 1 / Math.sqrt(5);

        double largest = DenseWeights.largestMagnitude(weights.weight().values());
        assertTrue(largest <= bound && largest > bound / 2, "largest weight " + largest);
        assertTrue(DenseWeights.largestMagnitude(weights.bias().values()) <= bound);
        assertEquals(5, weights.inputs());
        assertEquals(3, weights.outputs());
    }

    @Test
    void roundedWeightsLieOnAGridThatEndsAtTheLargest() {
        DenseWeights rounded = weights.rounded(4);

        double step = DenseWeights.largestMagnitude(weights.weight().values()) / 4;
        double[] units = Arrays.stream(rounded.weight().values())
                .map(weight -> weight / step)
                .toArray();
        assertArrayEquals(Arrays.stream(units).map(Math::rint).toArray(), units, 1e-12);
        assertEquals(4, DenseWeights.largestMagnitude(units), 1e-12);
        assertArrayEquals(weights.bias().values(), rounded.bias().values());
    }

    @Test
    void weightsOfZeroStayZero() {
        DenseWeights zero = DenseWeights.create(2, 1, new SplittableRandom(1));
        Arrays.fill(zero.weight().values(), 0);

        assertArrayEquals(new double[2], zero.rounded(127).weight().values());
    }
}
