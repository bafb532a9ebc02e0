package ganglion.scenario.experiment.outcome;

import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Layer;
import java.util.ArrayList;
import java.util.List;

/** Says which layers may delay spikes beyond the end of a sample, where they are lost. */
public final class LateDelays {

    private LateDelays() {}

    /**
     * A line for each such layer.
     *
     * @param steps of a sample
     */
    public static List<String> warnings(List<Layer> layers, int steps) {
        List<String> warnings = new ArrayList<>();
        for (int number = 0; number < layers.size(); number++) {
            int longest = longest(layers.get(number));
            if (longest >= steps) {
                warnings.add("layer " + number + ": delays of up to " + longest + " steps, but a sample has " + steps
                        + "; what is delayed beyond its end is lost");
            }
        }
        return warnings;
    }

    private static int longest(Layer layer) {
        if (layer instanceof Delay delay) {
            return delay.longestSteps();
        }
        if (layer instanceof Dense dense) {
            return dense.delays().longestSteps();
        }
        return layer instanceof FiringLayer neurons ? neurons.recurrentDelays().longestSteps() : 0;
    }
}
