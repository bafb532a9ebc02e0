package ganglion.learning.explain;

import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample.SampleInput;
import java.util.List;

/**
 * One sample, and the network's response to it.
 *
 * @param input the input
 * @param label class of the sample
 * @param decision the class that was decided
 * @param lead by how much the score of the decision is ahead of the next
 * @param hidden layers of neurons but for the last, from the input on
 * @param potentials of the output neurons, after each step
 * @param map what the decision rests on
 */
public record Explanation(
        SampleInput input,
        int label,
        int decision,
        double lead,
        List<LayerSpikes> hidden,
        Sequence potentials,
        OcclusionMap map) {

    /**
     * Spikes of a layer.
     *
     * @param layer its number in the model
     * @param spikes one row per step, of one sample
     */
    public record LayerSpikes(int layer, Sequence spikes) {}

    /** Takes a copy of the list. */
    public Explanation {
        hidden = List.copyOf(hidden);
    }

    /** Whether the decision is right. */
    public boolean right() {
        return label == decision;
    }
}
