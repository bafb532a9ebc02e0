package ganglion.learning.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.FiniteDifferences;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A dense layer against its equation, and its gradients against finite differences. */
class DenseLayerTest {

    private final DenseLayer layer = DenseLayer.create(5, 3, new SplittableRandom(4));
    private final double[] input = new Random(1).doubles(5, -2, 2).toArray();
    private final double[] slopes = new Random(2).doubles(3, -2, 2).toArray();

    /** A loss whose gradient at the outputs is the slopes. */
    private double loss() {
        double[] output = layer.apply(input);
        double sum = 0;
        for (int o = 0; o < output.length; o++) {
            sum += slopes[o] * output[o];
        }
        return sum;
    }

    @Test
    void anOutputIsTheWeightedSumAndItsBias() {
        double[] output = layer.apply(input);

        for (int o = 0; o < 3; o++) {
            double expected = layer.biases()[o];
            for (int i = 0; i < 5; i++) {
                expected += layer.weights()[5 * o + i] * input[i];
            }
            assertEquals(expected, output[o], 1e-14);
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferencesAndAddUp() {
        layer.addGradient(input, slopes);
        assertArrayEquals(FiniteDifferences.of(layer.weights(), this::loss), layer.weightGradient(), 1e-8);
        assertArrayEquals(FiniteDifferences.of(layer.biases(), this::loss), layer.biasGradient(), 1e-8);
        assertArrayEquals(FiniteDifferences.of(input, this::loss), layer.backward(slopes), 1e-8);

        double[] once = layer.weightGradient().clone();
        layer.addGradient(input, slopes);

        assertArrayEquals(Arrays.stream(once).map(x -> 2 * x).toArray(), layer.weightGradient(), 1e-12);
    }

    @Test
    void freshNumbersLieWithinTheBoundOfPyTorch() {
        double bound = 1 / Math.sqrt(5);
        for (double weight : layer.weights()) {
            assertTrue(Math.abs(weight) <= bound);
        }
        assertTrue(Arrays.stream(layer.weights()).map(Math::abs).max().orElseThrow() > bound / 2);
    }

    @Test
    void roundedInputsAreClippedAndOnTheGrid() {
        DenseLayer coarse = layer.rounded(4, 1);

        assertArrayEquals(
                coarse.apply(new double[] {1, 0.25, 0, -0.5, -1}),
                coarse.apply(new double[] {7, 0.3, 0.1, -0.4, -1.01}));
        double step = Arrays.stream(layer.weights()).map(Math::abs).max().orElseThrow() / 4;
        for (double weight : coarse.weights()) {
            assertEquals(Math.rint(weight / step), weight / step, 1e-12);
        }
    }
}
