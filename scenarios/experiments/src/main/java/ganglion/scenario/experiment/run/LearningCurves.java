package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Learning curves, from the reports of epochs. */
final class LearningCurves {

    private static final String ACROSS = "epoch";

    private LearningCurves() {}

    static List<Chart> of(ArrayNode epochs) {
        List<Chart> charts = new ArrayList<>();
        List<Curve> losses = new ArrayList<>(List.of(curve("training", epochs, node -> number(node, "trainingLoss"))));
        List<Curve> accuracies =
                new ArrayList<>(List.of(curve("training", epochs, node -> 100 * number(node, "trainingAccuracy"))));
        if (!epochs.isEmpty() && epochs.get(0).has("validationLoss")) {
            losses.add(curve("validation", epochs, node -> number(node, "validationLoss")));
            accuracies.add(curve("validation", epochs, node -> 100 * number(node, "validationAccuracy")));
        }
        charts.add(new Chart("Loss", ACROSS, "", losses));
        charts.add(new Chart("Accuracy", ACROSS, "%", accuracies));
        charts.add(new Chart(
                "Spikes of each layer",
                ACROSS,
                "spikes per neuron and step",
                layers(epochs, "spikesPerNeuronAndStep")));
        charts.add(new Chart("Dead neurons of each layer", ACROSS, "neurons", layers(epochs, "deadNeurons")));
        charts.add(new Chart(
                "Mean gradient norm before clipping",
                ACROSS,
                "",
                List.of(curve("all parameters", epochs, node -> number(node, "meanGradientNorm")))));
        return charts;
    }

    private static double number(JsonNode node, String key) {
        return node.path(key).asDouble(Double.NaN);
    }

    /** A curve for each layer that has the figure: those that fire. */
    private static List<Curve> layers(ArrayNode epochs, String key) {
        List<Curve> curves = new ArrayList<>();
        int count = epochs.isEmpty() ? 0 : epochs.get(0).path("layers").size();
        for (int i = 0; i < count; i++) {
            int layer = i;
            JsonNode first = epochs.get(0).path("layers").path(i);
            if (first.has(key)) {
                curves.add(curve(
                        "layer " + first.path("layer").asInt(),
                        epochs,
                        node -> number(node.path("layers").path(layer), key)));
            }
        }
        return curves;
    }

    private static Curve curve(String name, ArrayNode epochs, ToDoubleFunction<JsonNode> value) {
        double[] x = new double[epochs.size()];
        double[] y = new double[epochs.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = epochs.get(i).path("epoch").asInt();
            y[i] = value.applyAsDouble(epochs.get(i));
        }
        return new Curve(name, x, y);
    }
}
