package ganglion.learning;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Dynamics;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Setting;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;

/** Our layers for those of the reference vectors. */
final class SnnTorchLayers {

    /** Surrogates of snnTorch that Ganglion does without. */
    private static final Set<String> OTHER_SURROGATES = Set.of("triangular", "heaviside", "sparse_fast_sigmoid");

    private SnnTorchLayers() {}

    static boolean hasSurrogate(JsonNode document) {
        return !OTHER_SURROGATES.contains(document.path("name").asText());
    }

    /** Whether Ganglion has the layer: it does without recurrence one to one, spikes with sizes and inhibition within a step. */
    static boolean isHere(JsonNode document) {
        JsonNode size = document.path("params").path("graded_spikes_factor");
        return hasSurrogate(document.path("surrogate"))
                && document.path("all_to_all").asBoolean(true)
                && !document.path("inhibition").asBoolean(false)
                && (size.isMissingNode() || !size.isArray() && size.doubleValue() == 1)
                && !document.path("trainable").toString().contains("graded_spikes_factor");
    }

    static Layer layer(JsonNode document) {
        return switch (document.get("type").textValue()) {
            case "linear" ->
                new Dense(document.get("out").intValue(), document.get("bias").booleanValue());
            case "conv2d" ->
                new Convolution(
                        document.get("out_channels").intValue(),
                        Window.square(
                                document.get("kernel").intValue(),
                                document.get("stride").intValue(),
                                document.get("padding").intValue()),
                        document.get("bias").booleanValue());
            case "avgpool2d" ->
                new Pooling(
                        Window.square(
                                document.get("kernel").intValue(),
                                document.get("kernel").intValue(),
                                0),
                        true);
            case "flatten" -> new Flatten();
            default -> neurons(document);
        };
    }

    private static Neurons neurons(JsonNode document) {
        String type = document.get("type").textValue();
        boolean recurrent = type.startsWith("r");
        return new Neurons(
                Dynamics.valueOf((recurrent ? type.substring(1) : type).toUpperCase(Locale.ROOT)),
                ResetRule.valueOf(document.get("reset").textValue().toUpperCase(Locale.ROOT)),
                document.path("reset_delay").asBoolean(true),
                surrogate(document.get("surrogate")),
                recurrent ? Recurrence.ALL_TO_ALL : Recurrence.NONE,
                setting(document, "alpha"),
                setting(document, "beta"),
                setting(document, "threshold"));
    }

    private static Setting setting(JsonNode document, String name) {
        JsonNode value = document.get("params").get(name);
        boolean trainable = StreamSupport.stream(document.get("trainable").spliterator(), false)
                .anyMatch(node -> node.textValue().equals(name));
        return value == null
                ? Setting.fixed(1)
                : new Setting(SnnTorchVectors.numbers(value)[0], value.isArray(), trainable);
    }

    static Surrogate surrogate(JsonNode document) {
        double slope = document.path("slope").asDouble(0);
        return switch (document.get("name").textValue()) {
            case "fast_sigmoid" -> new FastSigmoid(slope);
            case "sigmoid" -> new Sigmoid(slope);
            case "atan" -> new ArcTangent(document.get("alpha").doubleValue());
            case "straight_through" -> new StraightThrough();
            default -> throw new IllegalArgumentException("unknown surrogate " + document);
        };
    }

    static List<Parameter> parameters(Layer layer, LayerShape input, JsonNode document) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter fresh : layer.createParameters(input, new SplittableRandom(0))) {
            double[] values = SnnTorchVectors.numbers(document.get("params").get(theirName(document, fresh.name())));
            parameters.add(new Parameter(fresh.name(), fresh.shape(), fresh.trainable(), values));
        }
        return parameters;
    }

    /** The name that the vectors use for a parameter. */
    static String theirName(JsonNode document, String name) {
        return name.equals("recurrent_weight") && document.get("params").has("V") ? "V" : name;
    }
}
