package ganglion.learning.reference;

import static ganglion.learning.Closeness.assertClose;
import static ganglion.learning.Closeness.assertRelativelyClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.learning.SnnTorchVectors;
import ganglion.learning.SnnTorchVectors.Case;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.ReferenceEngine.BatchLoss;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The double-precision path equals snnTorch on every reference network. */
class SnnTorchParityTest {

    private static final double FORWARD = 1e-12;
    private static final double GRADIENT = 1e-10;

    static Stream<Case> networks() {
        return SnnTorchVectors.networks();
    }

    @Test
    void readsAllReferenceNetworks() {
        assertEquals(53, networks().count());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void forwardPassEqualsSnnTorch(Case vector) {
        ReferenceNetwork network = new ReferenceNetwork(vector.model(), 0);

        network.forward(vector.input(), true);

        JsonNode forward = vector.document().get("forward");
        for (int i = 0; i < forward.size(); i++) {
            if (!forward.get(i).isNull()) {
                assertTraceEquals("layer " + i, forward.get(i), network.trace(i));
            }
        }
    }

    private static void assertTraceEquals(String layer, JsonNode expected, NeuronTrace trace) {
        assertSequenceEquals(layer + " spk", expected.get("spk"), trace.spikes());
        assertSequenceEquals(layer + " mem", expected.get("mem"), trace.membranes());
        assertSequenceEquals(layer + " syn", expected.get("syn"), trace.currents());
    }

    private static void assertSequenceEquals(String what, JsonNode expected, Sequence actual) {
        if (expected != null) {
            assertClose(what, SnnTorchVectors.numbers(expected), actual.values(), FORWARD);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lossAndGradientsEqualSnnTorch(Case vector) {
        ReferenceNetwork network = new ReferenceNetwork(vector.model(), 0);

        BatchLoss loss = BatchLoss.of(network.forward(vector.input(), true), vector.labels(), vector.loss());
        Sequence inputGradient = network.backward(loss.spikeGradient(), loss.membraneGradient(), SpikePenalty.NONE);

        assertEquals(vector.document().get("loss").get("value").doubleValue(), loss.value(), FORWARD);
        assertRelativelyClose(
                "input",
                SnnTorchVectors.numbers(vector.document().get("grad_input")),
                inputGradient.values(),
                GRADIENT);
        for (int i = 0; i < vector.model().layers().size(); i++) {
            assertGradientsEqual(vector, network, i);
        }
    }

    private static void assertGradientsEqual(Case vector, ReferenceNetwork network, int layer) {
        JsonNode document = vector.document().get("layers").get(layer);
        List<Parameter> parameters = vector.model().parameters(layer);
        for (int p = 0; p < parameters.size(); p++) {
            String name = parameters.get(p).name();
            JsonNode expected = document.get("grad").get(name);
            assertEquals(parameters.get(p).trainable(), expected != null, layer + " " + name + " is trained");
            if (expected != null) {
                double[] actual = network.gradients(layer).get(p);
                assertRelativelyClose(layer + " " + name, SnnTorchVectors.numbers(expected), actual, GRADIENT);
            }
        }
    }
}
