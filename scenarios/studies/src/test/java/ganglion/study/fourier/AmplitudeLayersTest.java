package ganglion.study.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.random.CounterRandom;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The layers of the Fourier tasks against finite differences, and their running averages against their definition. */
class AmplitudeLayersTest {

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void gradientsOfALinearLayerAreItsSlopes() {
        LinearLayer layer = new LinearLayer(4, 3, new CounterRandom(5));
        double[] input = new Random(1).doubles(4, -1, 1).toArray();
        double[] slopes = new Random(2).doubles(3, -1, 1).toArray();
        DoubleSupplier loss = () -> dot(slopes, layer.apply(input));

        layer.addGradient(input, slopes);

        assertArrayEquals(FiniteDifferences.of(layer.weights(), loss), layer.gradient(), 1e-8);
        assertArrayEquals(FiniteDifferences.of(input, loss), layer.backward(slopes), 1e-8);
    }

    private static double[][] batch() {
        Random random = new Random(3);
        double[][] batch = new double[6][];
        for (int b = 0; b < batch.length; b++) {
            batch[b] = random.doubles(3, -4, 9).toArray();
        }
        return batch;
    }

    @Test
    void gradientsOfANormalisationAreItsSlopesInTrainingAndHeld() {
        for (boolean held : new boolean[] {false, true}) {
            BatchNorm norm = new BatchNorm(3);
            double[][] slopes = batch();
            DoubleSupplier loss = () -> {
                double[][] output = norm.train(batch(), held);
                double sum = 0;
                for (int b = 0; b < output.length; b++) {
                    sum += dot(slopes[b], output[b]);
                }
                return sum;
            };
            double[] ofScale = FiniteDifferences.of(norm.scale(), loss);
            double[] ofShift = FiniteDifferences.of(norm.shift(), loss);

            norm.train(batch(), held);
            norm.addGradient(slopes);

            assertArrayEquals(ofScale, norm.scaleGradient(), 1e-5);
            assertArrayEquals(ofShift, norm.shiftGradient(), 1e-5);
        }
    }

    @Test
    void runningAveragesTakeATenthOfTheBatchAndItsUnbiasedVariance() {
        BatchNorm norm = new BatchNorm(1);
        norm.train(new double[][] {{1}, {3}, {8}}, false);

        // Mean 4, squares 9 + 1 + 16 over 3 - 1; averages start from mean 0 and variance 1.
        double mean = 0.1 * 4;
        double variance = 1 + 0.1 * (13 - 1);
        assertEquals((2 - mean) / Math.sqrt(variance + 1e-5), norm.apply(new double[] {2})[0], 1e-12);
    }

    @Test
    void heldStatisticsStayAndAreThoseOfTheAverages() {
        BatchNorm norm = new BatchNorm(3);
        norm.train(batch(), false);
        double[] before = norm.apply(new double[] {1, 2, 3});

        double[][] output = norm.train(new double[][] {{1, 2, 3}, {100, 200, 300}}, true);

        assertArrayEquals(before, norm.apply(new double[] {1, 2, 3}));
        assertArrayEquals(before, output[0], 1e-12);
    }
}
