package ganglion.learning.reference.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ganglion.learning.FiniteDifferences;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.layer.ReferenceLayer.RectifierLayer;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerChainTest {

    private final LayerChain chain = new LayerChain();

    private void addLinear(int inputs, int outputs, long seed) {
        Random random = new Random(seed);
        LayerParameters parameters = new LayerParameters(List.of(
                new Parameter(
                        "weight",
                        new int[] {outputs, inputs},
                        true,
                        random.doubles((long) inputs * outputs, -1, 1).toArray()),
                new Parameter(
                        "bias",
                        new int[] {outputs},
                        true,
                        random.doubles(outputs, -1, 1).toArray())));
        chain.add(new LinearLayer(outputs, parameters), parameters);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradientsOfALossGoThroughAllLayers(boolean held) {
        addLinear(3, 6, 1);
        BatchNormalisation kind = BatchNormalisation.of(0.8);
        LayerParameters own = new LayerParameters(kind.createParameters(LayerShape.of(6), new SplittableRandom(5)));
        BatchNormalisationLayer normalisation = new BatchNormalisationLayer(kind, LayerShape.of(6), own);
        normalisation.hold(held);
        chain.add(normalisation, own);
        chain.add(new RectifierLayer());
        addLinear(6, 2, 2);
        Sequence input = new Sequence(2, 2, 3, new Random(3).doubles(12, -1, 1).toArray());
        DoubleSupplier loss = () -> {
            double sum = 0;
            for (double value : chain.forward(input, true).values()) {
                sum += value * value / 2;
            }
            return sum;
        };
        List<double[]> expected = chain.values().stream()
                .map(values -> FiniteDifferences.of(values, loss))
                .toList();

        // The gradient of half the sum of squares is the output itself.
        chain.addGradients(chain.forward(input, true));

        // Running statistics are not trained.
        assertEquals(8, expected.size());
        for (int p : new int[] {0, 1, 2, 3, 6, 7}) {
            assertArrayEquals(expected.get(p), chain.gradients().get(p), 1e-8);
        }
        chain.clearGradients();
        assertArrayEquals(new double[18], chain.gradients().get(0));
    }

    @Test
    void activationsAreTheInputOfEachLayerAndTheOutput() {
        addLinear(1, 1, 4);
        chain.add(new RectifierLayer());
        Sequence input = Sequence.of(new double[] {-3}, new double[] {3});

        List<Sequence> seen = chain.activations(input, false);

        assertEquals(3, seen.size());
        assertSame(input, seen.get(0));
        double weight = chain.values().get(0)[0];
        double bias = chain.values().get(1)[0];
        assertEquals(-3 * weight + bias, seen.get(1).at(0, 0, 0));
        assertEquals(Math.max(0, 3 * weight + bias), seen.get(2).at(0, 1, 0));
    }
}
