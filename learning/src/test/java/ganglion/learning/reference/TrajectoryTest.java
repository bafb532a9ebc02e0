package ganglion.learning.reference;

import static ganglion.learning.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.learning.SnnTorchVectors;
import ganglion.learning.SnnTorchVectors.Case;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.DoubleOptimiser;
import ganglion.learning.optimiser.GradientClip;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.AdamRule.Variant;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.oracle.TapeNetwork.Descent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty full-batch training steps end where PyTorch's optimisers end. */
class TrajectoryTest {

    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "sgd_momentum", "adam", "adam_l2", "adamw", "nadam", "nadam_clip"})
    void parametersFollowPyTorch(String name) {
        JsonNode document =
                SnnTorchVectors.cases("trajectory_" + name).findFirst().orElseThrow();
        Case vector = SnnTorchVectors.toCase(document);
        List<Parameter> parameters = vector.model().allParameters();
        int[] sizes = parameters.stream().mapToInt(Parameter::size).toArray();
        Rule rule = rule(document.get("optimizer"));
        DoubleOptimiser optimiser = new DoubleOptimiser(rule, sizes);
        double largestNorm = document.get("optimizer").path("clip_grad_norm").asDouble(Double.POSITIVE_INFINITY);

        for (JsonNode step : document.get("steps")) {
            double loss = train(vector, optimiser, rule.learningRate(), largestNorm);

            assertEquals(step.get("loss").doubleValue(), loss, TOLERANCE, "loss of step " + step.get("step"));
            assertParametersEqual(vector, step);
        }
    }

    private static double train(Case vector, DoubleOptimiser optimiser, double rate, double largestNorm) {
        TapeNetwork network = new TapeNetwork(vector.model(), 0);
        network.forward(vector.input());
        Descent descent = network.backward(new CrossEntropyRate(), SpikePenalty.NONE, vector.labels());
        List<double[]> gradients = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        List<Parameter> parameters = vector.model().allParameters();
        for (int i = 0; i < parameters.size(); i++) {
            values.add(parameters.get(i).values());
            gradients.add(parameters.get(i).trainable() ? network.gradients().get(i) : null);
        }
        double factor = GradientClip.factor(GradientClip.norm(gradients), largestNorm);
        for (double[] gradient : gradients) {
            for (int i = 0; gradient != null && i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
        optimiser.step(values, gradients, rate);
        return descent.loss();
    }

    private static Rule rule(JsonNode document) {
        double rate = document.get("lr").doubleValue();
        double decay = document.path("weight_decay").asDouble(0);
        return switch (document.get("name").textValue()) {
            case "sgd" -> new SgdRule(rate, 0, false, decay);
            case "sgd_momentum" -> new SgdRule(rate, document.get("momentum").doubleValue(), false, decay);
            case "adam", "adam_l2" -> adam(Variant.ADAM, document, decay);
            case "adamw" -> adam(Variant.ADAMW, document, decay);
            default -> adam(Variant.NADAM, document, decay);
        };
    }

    private static Rule adam(Variant variant, JsonNode document, double decay) {
        return new AdamRule(
                variant,
                document.get("lr").doubleValue(),
                document.get("betas").get(0).doubleValue(),
                document.get("betas").get(1).doubleValue(),
                document.get("eps").doubleValue(),
                decay,
                document.path("momentum_decay").asDouble(0));
    }

    private static void assertParametersEqual(Case vector, JsonNode step) {
        JsonNode layers = step.get("params");
        for (int i = 0; i < vector.model().layers().size(); i++) {
            for (Parameter parameter : vector.model().parameters(i)) {
                JsonNode expected = layers.get(i).get(parameter.name());
                if (parameter.trainable()) {
                    String what = "step " + step.get("step") + " layer " + i + " " + parameter.name();
                    assertClose(what, SnnTorchVectors.numbers(expected), parameter.values(), TOLERANCE);
                }
            }
        }
    }
}
