package ganglion.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.Loss.SquaredCount;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.surrogate.Surrogate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Reads the reference vectors of snnTorch in the test resources. */
public final class SnnTorchVectors {

    private static final String FOLDER = "/ganglion/learning/snntorch/";

    /** Files of cases with a network, a loss and gradients. */
    private static final List<String> NETWORK_FILES =
            List.of("leaky", "synaptic", "rleaky", "rsynaptic", "two_layer", "flute_mini", "conv", "edge");

    private SnnTorchVectors() {}

    /** One case: the document, and the network that it describes. */
    public record Case(String id, JsonNode document, Model model, Sequence input, Loss loss, int[] labels) {

        @Override
        public String toString() {
            return id;
        }
    }

    /** A resource as JSON. */
    public static JsonNode read(String name) {
        return read(FOLDER, name);
    }

    public static JsonNode read(String folder, String name) {
        try (InputStream file = SnnTorchVectors.class.getResourceAsStream(folder + name + ".json.gz");
                InputStream stream = new GZIPInputStream(file)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All cases with a network of layers that Ganglion has, a loss and gradients. */
    public static Stream<Case> networks() {
        return NETWORK_FILES.stream()
                .flatMap(SnnTorchVectors::cases)
                .filter(document -> StreamSupport.stream(document.get("layers").spliterator(), false)
                        .allMatch(SnnTorchLayers::isHere))
                .map(SnnTorchVectors::toCase);
    }

    public static Stream<JsonNode> cases(String name) {
        return StreamSupport.stream(read(name).get("cases").spliterator(), false);
    }

    /** Our surrogate for one of the vectors. */
    public static Surrogate surrogate(JsonNode document) {
        return SnnTorchLayers.surrogate(document);
    }

    /** Whether Ganglion has a surrogate of the vectors. */
    public static boolean hasSurrogate(JsonNode document) {
        return SnnTorchLayers.hasSurrogate(document);
    }

    /** All numbers of a nested array, in order; a single number is an array of one. */
    public static double[] numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        collect(node, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, List<Double> numbers) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, numbers));
        } else {
            numbers.add(node.isNull() ? Double.NaN : node.doubleValue());
        }
    }

    public static Case toCase(JsonNode document) {
        int steps = document.get("T").intValue();
        int batch = document.get("B").intValue();
        LayerShape shape = shape(document.get("input_shape"));
        Model model = model(shape, document.get("layers"));
        Sequence input = new Sequence(steps, batch, shape.size(), numbers(document.get("input")));
        JsonNode target = document.get("loss").get("target");
        int[] labels = new int[batch];
        for (int b = 0; b < batch && target != null; b++) {
            labels[b] = target.get(b).intValue();
        }
        Loss loss = loss(document.get("loss"), batch);
        return new Case(document.get("id").textValue(), document, model, input, loss, labels);
    }

    private static LayerShape shape(JsonNode extents) {
        int[] n = new int[] {1, 1, 1};
        for (int i = 0; i < extents.size(); i++) {
            n[i] = extents.get(i).intValue();
        }
        return new LayerShape(n[0], n[1], n[2]);
    }

    private static Model model(LayerShape input, JsonNode documents) {
        List<Layer> layers = new ArrayList<>();
        List<List<Parameter>> parameters = new ArrayList<>();
        LayerShape shape = input;
        for (JsonNode document : documents) {
            Layer layer = SnnTorchLayers.layer(document);
            layers.add(layer);
            parameters.add(SnnTorchLayers.parameters(layer, shape, document));
            shape = layer.outputShape(shape);
        }
        return new Model(input, layers, parameters);
    }

    private static Loss loss(JsonNode loss, int batch) {
        return switch (loss.get("name").textValue()) {
            case "linear_probe" -> new LinearProbe(numbers(loss.get("c_spk")), numbers(loss.get("c_mem")), batch);
            case "ce_rate" -> new CrossEntropyRate();
            case "ce_count" -> new CrossEntropyCount();
            case "ce_max_membrane" -> new CrossEntropyMaxMembrane();
            case "ce_mean_membrane" -> new CrossEntropyMeanMembrane();
            case "mse_count" ->
                new SquaredCount(
                        loss.get("correct_rate").doubleValue(),
                        loss.get("incorrect_rate").doubleValue());
            case "mse_membrane" ->
                new SquaredMembrane(
                        loss.get("on_target").doubleValue(),
                        loss.get("off_target").doubleValue());
            case "mse_rate_binary" -> new SquaredRate();
            default -> throw new IllegalArgumentException("unknown loss " + loss.get("name"));
        };
    }

    /** A weighted sum of all spikes and potentials, which reaches every gradient. Not a mean: times the batch. */
    private record LinearProbe(double[] ofSpikes, double[] ofMembranes, int batch) implements Loss {

        @Override
        public double evaluate(SampleOutput output) {
            double sum = 0;
            for (int t = 0; t < output.steps(); t++) {
                for (int c = 0; c < output.outputs(); c++) {
                    int k = (t * batch + output.index()) * output.outputs() + c;
                    sum += ofSpikes[k] * output.spike(t, c) + ofMembranes[k] * output.membrane(t, c);
                    output.addSpikeGradient(t, c, batch * ofSpikes[k]);
                    output.addMembraneGradient(t, c, batch * ofMembranes[k]);
                }
            }
            return batch * sum;
        }
    }
}
