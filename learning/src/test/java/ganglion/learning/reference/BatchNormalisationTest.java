package ganglion.learning.reference;

import static ganglion.learning.Closeness.assertClose;
import static ganglion.learning.Closeness.assertRelativelyClose;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.learning.SnnTorchVectors;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.reference.layer.Sequence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threshold-dependent batch normalisation equals SpikingJelly's. */
class BatchNormalisationTest {

    static Stream<JsonNode> cases() {
        return SnnTorchVectors.cases("tdbn");
    }

    private static Model model(JsonNode document) {
        BatchNormalisation layer = new BatchNormalisation(
                document.get("alpha").doubleValue(),
                document.get("v_th").doubleValue(),
                document.get("momentum").doubleValue(),
                document.get("eps").doubleValue());
        Model model =
                Model.create(LayerShape.of(document.get("C").intValue()), List.of(layer, Neurons.integrator(0)), 0);
        for (String name : List.of("weight", "bias")) {
            double[] values = SnnTorchVectors.numbers(document.get(name));
            System.arraycopy(values, 0, model.parameter(0, name).values(), 0, values.length);
        }
        return model;
    }

    private static Sequence sequence(JsonNode document, String name) {
        return new Sequence(
                document.get("T").intValue(),
                document.get("B").intValue(),
                document.get("C").intValue(),
                SnnTorchVectors.numbers(document.get(name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsSpikingJelly(JsonNode document) {
        Model model = model(document);
        TapeNetwork oracle = new TapeNetwork(model, 0);
        Sequence input = sequence(document, "input");

        // A read-out that forgets at once shows what reaches it.
        Sequence trained = oracle.forward(input).membranes();
        JsonNode probe = document.get("loss").get("c_out");
        Sequence gradient = new Sequence(input.steps(), input.batch(), input.size(), SnnTorchVectors.numbers(probe));
        Sequence back = oracle.backward(input.zerosOf(input.size()), gradient);
        Sequence evaluated = new ReferenceNetwork(model).forward(input).membranes();
        List<double[]> gradients = oracle.gradients();

        assertClose("training", sequence(document, "output_train").values(), trained.values(), 1e-12);
        assertClose(
                "evaluation", sequence(document, "output_eval_after_one_update").values(), evaluated.values(), 1e-12);
        assertParameter(model, "running_mean", document.get("running_mean_after"));
        assertParameter(model, "running_variance", document.get("running_var_after"));
        JsonNode grad = document.get("grad");
        assertRelativelyClose("weight", SnnTorchVectors.numbers(grad.get("weight")), gradients.get(0), 1e-10);
        assertRelativelyClose("bias", SnnTorchVectors.numbers(grad.get("bias")), gradients.get(1), 1e-10);
        JsonNode input0 = grad.has("input") ? grad.get("input") : document.get("grad_input");
        assertRelativelyClose("input", SnnTorchVectors.numbers(input0), back.values(), 1e-10);
    }

    private static void assertParameter(Model model, String name, JsonNode expected) {
        Parameter parameter = model.parameter(0, name);
        assertClose(name, SnnTorchVectors.numbers(expected), parameter.values(), 1e-12);
    }
}
