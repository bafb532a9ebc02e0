package ganglion.learning.train;

import ganglion.learning.engine.LayerActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Warnings about layers that no longer learn. */
final class LayerWarnings {

    /** Share of steps above which a firing neuron carries no information. */
    private static final double SATURATED_RATE = 0.95;

    /** Share of such neurons from which there is a warning. */
    private static final double WARNING_SHARE = 0.5;

    private LayerWarnings() {}

    /** @param readOutFires whether the last layer is one that fires at all */
    static List<String> of(List<LayerActivity> activity, boolean readOutFires, double gradientNorm) {
        List<String> warnings = new ArrayList<>();
        int judged = readOutFires ? activity.size() : activity.size() - 1;
        for (LayerActivity layer : activity.subList(0, judged)) {
            int neurons = layer.spikesByNeuron().length;
            warn(warnings, layer.layer(), layer.deadNeurons(), neurons, "never fire");
            warn(warnings, layer.layer(), layer.saturatedNeurons(SATURATED_RATE), neurons, "fire almost always");
        }
        if (gradientNorm == 0 || !Double.isFinite(gradientNorm)) {
            warnings.add(
                    String.format(Locale.ROOT, "the gradients have the length %s: nothing is learned", gradientNorm));
        }
        return warnings;
    }

    private static void warn(List<String> warnings, int layer, int count, int neurons, String what) {
        if (count >= WARNING_SHARE * neurons && count > 0) {
            warnings.add(String.format(Locale.ROOT, "layer %d: %d of %d neurons %s", layer, count, neurons, what));
        }
    }
}
