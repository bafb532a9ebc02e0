package ganglion.learning.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.engine.ReadOut;
import ganglion.learning.explain.Explainer.Explanation;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static Model model(List<Layer> layers, int inputs, double[]... weights) {
        Model model = Model.create(LayerShape.of(inputs), layers, 1);
        int next = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer) instanceof Dense) {
                System.arraycopy(
                        weights[next], 0, model.parameter(layer, "weight").values(), 0, weights[next].length);
                next++;
            }
        }
        return model;
    }

    /** Without memory or spikes the lead is a sum over inputs and steps, and each block has its own share of it. */
    @Test
    void aLinearDecisionFallsByTheShareOfTheBlock() {
        Model linear = model(List.of(new Dense(2, false), Neurons.integrator(0)), 3, new double[] {1, 2, 0, 0, 1, 3});
        float[][] rows = {{1, 0, 0}, {0, 2, 0}, {0, 0, 1}, {4, 0, 1}};

        Explanation found = new Explainer(linear, ReadOut.MEAN_MEMBRANE).explain(new Sample(new DenseInput(rows), 0));

        assertEquals(0, found.decision());
        assertTrue(found.right());
        assertEquals((1 + 2 - 3 + 4 - 3) / 4.0, found.lead(), 1e-12);
        OcclusionMap map = found.map();
        assertArrayEquals(new double[] {0.25, 0, 0, 1, 0, 0.5, 0, 0, 0, 0, -0.75, -0.75}, map.falls(), 1e-12);
        assertEquals(found.lead(), Arrays.stream(map.falls()).sum(), 1e-12);
        assertEquals(1, map.largest(), 1e-12);
    }

    @Test
    void blocksShareInputsAndStepsEvenly() {
        int inputs = 50;
        double[] weights = new double[2 * inputs];
        Arrays.fill(weights, 0, inputs, 1);
        Model linear = model(List.of(new Dense(2, false), Neurons.integrator(0)), inputs, weights);
        float[][] rows = new float[100][inputs];
        rows[99][49] = 100;

        OcclusionMap map = new Explainer(linear, ReadOut.MEAN_MEMBRANE)
                .explain(new Sample(new DenseInput(rows), 1))
                .map();

        assertEquals(20, map.inputBlocks());
        assertEquals(16, map.timeBlocks());
        assertEquals(50, map.firstInput(20));
        assertEquals(100, map.firstStep(16));
        assertEquals(1, map.at(19, 15), 1e-12);
        assertEquals(1, Arrays.stream(map.falls()).map(Math::abs).sum(), 1e-12, "nothing hangs on the other blocks");
    }

    /** The hidden neuron fires a step after every second unit of input; the single output tells class 1 above one half. */
    @Test
    void hiddenSpikesAreThoseOfTheSample() {
        Model model = model(
                List.of(new Dense(1, false), Neurons.leaky(1), new Dense(1, false), Neurons.integrator(1)),
                1,
                new double[] {0.6},
                new double[] {4});
        Sample sample = new Sample(new DenseInput(new float[][] {{1}, {1}, {0}, {0}}), 0);

        Explanation found = new Explainer(model, ReadOut.MEAN_MEMBRANE).explain(sample);

        assertEquals(1, found.hidden().size());
        assertEquals(1, found.hidden().get(0).layer());
        assertArrayEquals(
                new double[] {0, 1, 0, 0}, found.hidden().get(0).spikes().values());
        assertArrayEquals(new double[] {0, 4, 4, 4}, found.potentials().values(), 1e-12);
        assertEquals(1, found.decision());
        assertFalse(found.right());
        assertEquals(2.5, found.lead(), 1e-12);
        assertArrayEquals(
                new double[] {3, 3, 0, 0}, found.map().falls(), 1e-12, "either unit alone does not make it fire");
    }

    @Test
    void mapsOfTheSameBlocksHaveAMean() {
        OcclusionMap one = new OcclusionMap(2, 2, 1, 2, new double[] {1, 3});
        OcclusionMap other = new OcclusionMap(2, 2, 1, 2, new double[] {3, -3});

        assertArrayEquals(
                new double[] {2, 0}, OcclusionMap.mean(List.of(one, other)).falls());
        assertThrows(IllegalArgumentException.class, () -> new OcclusionMap(2, 2, 3, 2, new double[6]));
        assertThrows(IllegalArgumentException.class, () -> new OcclusionMap(2, 2, 1, 2, new double[3]));
    }
}
