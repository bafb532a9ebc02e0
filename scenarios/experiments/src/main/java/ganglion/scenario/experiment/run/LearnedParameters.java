package ganglion.scenario.experiment.run;

import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Charts of what a network has learned: decays, thresholds and the like of its neurons, and the weight of each of its inputs. */
final class LearnedParameters {

    private final Model model;
    private final int before;
    private final List<Chart> charts = new ArrayList<>();

    private LearnedParameters(Model model, int before) {
        this.model = model;
        this.before = before;
    }

    /**
     * One chart per layer with such parameters.
     *
     * @param before number of layers that training had in front of the model, so that all charts number layers alike
     */
    static List<Chart> of(Model model, int before) {
        LearnedParameters learned = new LearnedParameters(model, before);
        learned.addInputs();
        for (int i = 0; i < model.layers().size(); i++) {
            if (model.layers().get(i) instanceof FiringLayer) {
                learned.addNeurons(i);
            }
        }
        return learned.charts;
    }

    /** Parameters of neurons, in ascending order: neurons of a layer have no order of their own. */
    private void addNeurons(int layer) {
        List<Curve> curves = new ArrayList<>();
        for (Parameter parameter : model.parameters(layer)) {
            boolean drawn = List.of(
                            "alpha", "beta", "threshold", "tau_u_share", "tau_w_share", "a", "b", "omega", "b_offset")
                    .contains(parameter.name());
            if (drawn && parameter.trainable() && parameter.size() > 1) {
                double[] values = Arrays.stream(parameter.values())
                        .map(value -> used(parameter.name(), value))
                        .sorted()
                        .toArray();
                curves.add(curve(parameter.name(), values));
            }
        }
        if (!curves.isEmpty()) {
            charts.add(new Chart(
                    "Learned by the neurons of layer " + (before + layer), "neurons, in ascending order", "", curves));
        }
    }

    /** A decay outside 0 to 1 acts as the nearest of them. */
    private static double used(String name, double value) {
        return List.of("alpha", "beta").contains(name) ? Math.max(0, Math.min(1, value)) : value;
    }

    private void addInputs() {
        Layer first = model.layers().get(0);
        if (first instanceof Gain gain && gain.trainable()) {
            charts.add(new Chart(
                    "Gains of the inputs",
                    "input",
                    "",
                    List.of(curve("gain", model.parameter(0, "gain").values().clone()))));
        } else if (first instanceof Dense) {
            charts.add(new Chart(
                    "Weights of the inputs", "input", "", List.of(curve("mean magnitude", meanMagnitudes()))));
        }
    }

    private double[] meanMagnitudes() {
        double[] weights = model.parameter(0, "weight").values();
        int inputs = model.input().size();
        double[] means = new double[inputs];
        for (int k = 0; k < weights.length; k++) {
            means[k % inputs] += Math.abs(weights[k]) * inputs / weights.length;
        }
        return means;
    }

    private static Curve curve(String name, double[] values) {
        double[] places = new double[values.length];
        Arrays.setAll(places, i -> i + 1);
        return new Curve(name, places, values);
    }
}
