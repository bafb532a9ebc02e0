package ganglion.learning.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.loss.Loss.BinaryCrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.Loss.SquaredCount;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.loss.Loss.WindowedError;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {

    private static final int STEPS = 7;
    private static final int OUTPUTS = 3;
    private static final double STEP = 1e-6;

    /** Losses that are smooth in what they look at; parity with snnTorch is tested on whole networks. */
    static Stream<Loss> smooth() {
        return Stream.of(
                new CrossEntropyRate(),
                new CrossEntropyCount(),
                new CrossEntropyMaxMembrane(),
                new CrossEntropyMeanMembrane(),
                new SquaredCount(0.8, 0.2),
                new SquaredMembrane(1, 0.2),
                new SquaredRate(),
                new WindowedError(0.55, 0.1, 1.001),
                new BinaryCrossEntropyMeanMembrane());
    }

    private static double[] random(int seed) {
        Random random = new Random(seed);
        return random.doubles((long) STEPS * OUTPUTS).toArray();
    }

    private static SampleOutput output(double[] spikes, double[] membranes, int label) {
        SampleOutput output = new SampleOutput(STEPS, OUTPUTS);
        output.begin(label, 0);
        for (int k = 0; k < spikes.length; k++) {
            output.set(k / OUTPUTS, k % OUTPUTS, spikes[k], membranes[k]);
        }
        return output;
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void gradientsAreSlopes(Loss loss) {
        for (int label = 0; label < 2; label++) {
            double[] spikes = random(1);
            double[] membranes = random(2);
            SampleOutput output = output(spikes, membranes, label);
            loss.evaluate(output);
            for (int k = 0; k < spikes.length; k++) {
                assertEquals(
                        slope(loss, spikes, membranes, spikes, k, label),
                        output.spikeGradient(k / OUTPUTS, k % OUTPUTS),
                        1e-8);
                assertEquals(
                        slope(loss, spikes, membranes, membranes, k, label),
                        output.membraneGradient(k / OUTPUTS, k % OUTPUTS),
                        1e-8);
            }
        }
    }

    private static double slope(Loss loss, double[] spikes, double[] membranes, double[] of, int k, int label) {
        double value = of[k];
        of[k] = value + STEP;
        double above = loss.evaluate(output(spikes, membranes, label));
        of[k] = value - STEP;
        double below = loss.evaluate(output(spikes, membranes, label));
        of[k] = value;
        return (above - below) / (2 * STEP);
    }

    @Test
    void refusesAClassWithoutOutput() {
        SampleOutput output = output(random(1), random(2), 3);

        String message = assertThrows(IllegalArgumentException.class, () -> new CrossEntropyCount().evaluate(output))
                .getMessage();

        assertEquals("there is no class 3 among 3 outputs", message);
    }
}
