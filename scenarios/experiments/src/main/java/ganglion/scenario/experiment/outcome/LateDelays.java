package ganglion.scenario.experiment.outcome;

import ganglion.learning.model.Dense;
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
            if (layers.get(number) instanceof Dense dense && dense.delays().longestSteps() >= steps) {
                warnings.add("layer " + number + ": delays of up to "
                        + dense.delays().longestSteps() + " steps, but a sample has " + steps
                        + "; what is delayed beyond its end is lost");
            }
        }
        return warnings;
    }
}
