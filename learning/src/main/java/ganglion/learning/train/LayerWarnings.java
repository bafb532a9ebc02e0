package ganglion.learning.train;

import ganglion.learning.engine.LayerActivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Warnings about neurons that no longer learn: those that never fire in an epoch, or almost always. */
final class LayerWarnings {

    /** Share of steps above which a firing neuron carries no information. */
    private static final double SATURATED_RATE = 0.95;

    /** Number of neurons that a warning names. */
    private static final int NAMED = 12;

    private LayerWarnings() {}

    static List<String> of(List<LayerActivity> activity, double gradientNorm) {
        List<String> warnings = new ArrayList<>();
        for (LayerActivity layer : activity) {
            int neurons = layer.spikesByNeuron().length;
            warn(warnings, layer.layer(), layer.dead(), neurons, "never fire");
            warn(warnings, layer.layer(), layer.saturated(SATURATED_RATE), neurons, "fire almost always");
        }
        if (gradientNorm == 0 || !Double.isFinite(gradientNorm)) {
            warnings.add(
                    String.format(Locale.ROOT, "the gradients have the length %s: nothing is learned", gradientNorm));
        }
        return warnings;
    }

    private static void warn(List<String> warnings, int layer, int[] which, int neurons, String what) {
        if (which.length > 0) {
            String all = which.length == neurons ? "" : ": " + names(which);
            warnings.add(String.format(
                    Locale.ROOT, "layer %d: %d of %d neurons %s%s", layer, which.length, neurons, what, all));
        }
    }

    private static String names(int[] which) {
        String first =
                Arrays.stream(which).limit(NAMED).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return which.length <= NAMED ? first : first + " and " + (which.length - NAMED) + " more";
    }
}
