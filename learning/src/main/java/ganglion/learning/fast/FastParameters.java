package ganglion.learning.fast;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.fast.FiringStage.FiringParameters;
import ganglion.learning.fast.arithmetic.ByTarget;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.delay.SpreadTable;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.quantise.WeightProjection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Working copies of all parameters of a model, shared by all slices. */
final class FastParameters {

    private final List<Map<String, FloatParameter>> byLayer = new ArrayList<>();
    private final List<FloatParameter> all = new ArrayList<>();
    private final List<FiringParameters> neurons = new ArrayList<>();
    private final List<ByTarget> byTarget = new ArrayList<>();
    private final Map<Integer, Normalisation> normalisations = new TreeMap<>();
    private final Map<Integer, SpreadTable> spreadTables = new TreeMap<>();

    FastParameters(Model model, WeightProjection projection) {
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            Map<String, FloatParameter> named = new LinkedHashMap<>();
            for (Parameter parameter : model.parameters(i)) {
                FloatParameter copy = new FloatParameter(
                        parameter, isMatrix(layer, parameter), projection, model.rangeOf(i, parameter.name()));
                named.put(parameter.name(), copy);
                all.add(copy);
            }
            byLayer.add(named);
            neurons.add(neurons(layer, model.inputShape(i).size(), named));
            byTarget.add(isPlain(layer) ? new ByTarget(named.get("weight")) : null);
            if (layer instanceof Dense spec && spec.delays().active()) {
                spreadTables.put(i, new SpreadTable(spec.delays(), named.get("weight"), named.get("delay")));
            }
            if (layer instanceof BatchNormalisation spec) {
                normalisations.put(i, new Normalisation(spec, model.inputShape(i), named));
            }
        }
    }

    /** What is derived from the parameters of a layer of neurons, or {@code null} if it is another layer. */
    private static FiringParameters neurons(Layer layer, int size, Map<String, FloatParameter> named) {
        if (layer instanceof Neurons spec) {
            return new FastNeuronParameters(spec, size, named);
        } else if (layer instanceof SeAdLifNeurons spec) {
            return new SeAdLifParameters(spec, size, named);
        } else if (layer instanceof BalancedNeurons spec) {
            return new BalancedParameters(spec, size, named);
        }
        return null;
    }

    private static boolean isPlain(Layer layer) {
        return layer instanceof Dense dense && !dense.delays().active();
    }

    private static boolean isMatrix(Layer layer, Parameter parameter) {
        boolean dense = isPlain(layer) && parameter.name().equals("weight");
        boolean recurrent = layer instanceof FiringLayer spec
                && spec.recurrence() == Recurrence.ALL_TO_ALL
                && parameter.name().equals("recurrent_weight");
        return dense || recurrent;
    }

    /** Updates all that is derived from the parameters, for evaluation. */
    void refresh(TaskRunner workers) {
        refresh();
        spreadTables.values().forEach(table -> table.round(workers));
    }

    /**
     * Updates all that is derived from the parameters, for a training step.
     *
     * @param progress share of the epochs that are done
     */
    void refresh(double progress, TaskRunner workers) {
        refresh();
        spreadTables.values().forEach(table -> table.spread(progress, workers));
    }

    private void refresh() {
        for (int i = 0; i < neurons.size(); i++) {
            if (neurons.get(i) != null) {
                neurons.get(i).refresh();
            }
            if (i > 0 && byTarget.get(i) != null) {
                byTarget.get(i).refresh();
            }
        }
    }

    /** All parameters, in the order of the model. */
    List<FloatParameter> all() {
        return all;
    }

    /** A parameter of a layer; {@code null} if there is none of that name. */
    FloatParameter find(int layer, String name) {
        return byLayer.get(layer).get(name);
    }

    FiringParameters neurons(int layer) {
        return neurons.get(layer);
    }

    ByTarget byTarget(int layer) {
        return byTarget.get(layer);
    }

    /** How a dense layer with delays spreads spikes; {@code null} if the layer is another. */
    SpreadTable spreadTable(int layer) {
        return spreadTables.get(layer);
    }

    Normalisation normalisation(int layer) {
        return normalisations.get(layer);
    }

    /** Layers of batch normalisation, from the input to the output. */
    List<Normalisation> normalisations() {
        return List.copyOf(normalisations.values());
    }
}
