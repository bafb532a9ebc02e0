package ganglion.learning.fast;

import static ganglion.learning.Closeness.assertRelativelyClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.sample.Sample;
import java.util.List;

/** Compares the fast engine with the oracle. */
final class EngineParity {

    private static final double TOLERANCE = 1e-4;

    private EngineParity() {}

    /** One step of training of the same batch has the same loss, spikes and gradients in both. Gives the report of the oracle. */
    static BatchReport assertSameStep(
            String what, Model model, TapeNetwork reference, FastEngine fast, List<Sample> batch, TrainingStep step) {
        BatchReport expected = reference.train(batch, step);
        BatchReport actual = fast.train(batch, step);

        assertSameReport(what, expected, actual);
        assertEquals(expected.gradientNorm(), actual.gradientNorm(), TOLERANCE * expected.gradientNorm(), what);
        List<Parameter> parameters = model.allParameters();
        List<double[]> gradients = reference.gradients();
        for (int p = 0; p < parameters.size(); p++) {
            if (parameters.get(p).trainable()) {
                double[] gradient = gradients.get(p);
                assertRelativelyClose(
                        what + " " + p + " " + parameters.get(p),
                        gradient,
                        fast.gradients().get(p),
                        TOLERANCE);
            }
        }
        return expected;
    }

    /** The same loss, and the same spikes of each neuron. */
    static void assertSameReport(String what, BatchReport expected, BatchReport actual) {
        assertEquals(expected.loss(), actual.loss(), TOLERANCE * (1 + Math.abs(expected.loss())), what);
        assertEquals(expected.activity().size(), actual.activity().size(), what);
        for (int i = 0; i < expected.activity().size(); i++) {
            LayerActivity one = expected.activity().get(i);
            LayerActivity other = actual.activity().get(i);
            assertEquals(one.layer(), other.layer(), what);
            assertEquals(one.fires(), other.fires(), what);
            assertArrayEquals(one.spikesByNeuron(), other.spikesByNeuron(), what + " layer " + i);
            assertEquals(one.neuronSteps(), other.neuronSteps(), what);
        }
    }
}
