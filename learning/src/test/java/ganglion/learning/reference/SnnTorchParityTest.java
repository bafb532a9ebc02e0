package ganglion.learning.reference;

import static ganglion.learning.Closeness.assertClose;
import static ganglion.learning.Closeness.assertRelativelyClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.SnnTorchVectors;
import ganglion.learning.SnnTorchVectors.Case;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.oracle.TapeNetwork.Descent;
import ganglion.learning.oracle.TapeNetwork.Trace;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network in double precision, the oracle of its gradients and the fast engine equal snnTorch on its reference networks. */
class SnnTorchParityTest {

    private static final double FORWARD = 1e-12;
    private static final double GRADIENT = 1e-10;
    private static final double SINGLE_PRECISION = 1e-4;
    private static final double SAFE_MARGIN = 1e-4;

    static Stream<Case> networks() {
        return SnnTorchVectors.networks();
    }

    /** Those in which rounding to floats cannot flip a spike. */
    static Stream<Case> safeNetworks() {
        return networks()
                .filter(vector -> vector.document().get("min_threshold_margin").doubleValue() > SAFE_MARGIN
                        // The edge cases hit the threshold exactly, with numbers that floats hold exactly.
                        || vector.id().startsWith("edge"));
    }

    @Test
    void readsAllReferenceNetworks() {
        assertEquals(53, networks().count());
        assertTrue(safeNetworks().count() >= 53, "only " + safeNetworks().count());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void forwardPassesEqualSnnTorch(Case vector) {
        ReferenceNetwork network = new ReferenceNetwork(vector.model());
        TapeNetwork oracle = new TapeNetwork(vector.model(), 0);

        network.forward(vector.input());
        oracle.forward(vector.input());

        JsonNode forward = vector.document().get("forward");
        for (int i = 0; i < forward.size(); i++) {
            if (!forward.get(i).isNull()) {
                NeuronTrace trace = network.trace(i);
                Trace traced = oracle.trace(i);
                assertSequencesEqual("layer " + i, forward.get(i).get("spk"), trace.spikes(), traced.spikes());
                assertSequencesEqual("layer " + i, forward.get(i).get("mem"), trace.membranes(), traced.membranes());
                assertSequencesEqual("layer " + i, forward.get(i).get("syn"), traced.currents());
            }
        }
    }

    private static void assertSequencesEqual(String what, JsonNode expected, Sequence... actual) {
        for (int k = 0; expected != null && k < actual.length; k++) {
            assertClose(what, SnnTorchVectors.numbers(expected), actual[k].values(), FORWARD);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lossAndGradientsOfTheOracleEqualSnnTorch(Case vector) {
        TapeNetwork oracle = new TapeNetwork(vector.model(), 0);

        oracle.forward(vector.input());
        Descent descent = oracle.backward(vector.loss(), SpikePenalty.NONE, vector.labels());

        assertEquals(lossOf(vector), descent.loss(), FORWARD);
        assertRelativelyClose(
                "input",
                SnnTorchVectors.numbers(vector.document().get("grad_input")),
                descent.inputGradient().values(),
                GRADIENT);
        assertGradientsEqual(vector, oracle.gradients(), GRADIENT);
    }

    private static double lossOf(Case vector) {
        return vector.document().get("loss").get("value").doubleValue();
    }

    private static void assertGradientsEqual(Case vector, List<double[]> gradients, double tolerance) {
        int p = 0;
        for (int layer = 0; layer < vector.model().layers().size(); layer++) {
            JsonNode document = vector.document().get("layers").get(layer);
            for (Parameter parameter : vector.model().parameters(layer)) {
                JsonNode expected = document.get("grad").get(parameter.name());
                assertEquals(parameter.trainable(), expected != null, layer + " " + parameter + " is trained");
                if (expected != null) {
                    assertRelativelyClose(
                            layer + " " + parameter, SnnTorchVectors.numbers(expected), gradients.get(p), tolerance);
                }
                p++;
            }
        }
    }

    private static List<Sample> samples(Sequence input, int[] labels) {
        List<Sample> samples = new ArrayList<>();
        for (int b = 0; b < input.batch(); b++) {
            float[][] rows = new float[input.steps()][input.size()];
            for (int t = 0; t < input.steps(); t++) {
                for (int i = 0; i < input.size(); i++) {
                    rows[t][i] = (float) input.at(t, b, i);
                }
            }
            samples.add(new Sample(new DenseInput(rows), labels[b]));
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("safeNetworks")
    void lossAndGradientsOfTheFastEngineEqualSnnTorch(Case vector) {
        FastEngine engine = new FastEngine(vector.model(), new SgdRule(1e-9, 0, false, 0), 0, TaskRunner.SEQUENTIAL);

        BatchReport report =
                engine.train(samples(vector.input(), vector.labels()), TrainingStep.of(0, vector.loss(), 1e-9));

        double loss = lossOf(vector);
        assertEquals(loss, report.loss(), SINGLE_PRECISION * (1 + Math.abs(loss)));
        assertGradientsEqual(vector, engine.gradients(), SINGLE_PRECISION);
    }
}
