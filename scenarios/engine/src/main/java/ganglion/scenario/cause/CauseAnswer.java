package ganglion.scenario.cause;

import java.util.List;
import java.util.Optional;

/**
 * Why a neuron fired at a tick, or did not.
 *
 * @param fired whether it did
 * @param root what its potential was made of
 * @param followed spikes that lifted it, at once or through others, and what their potentials were made of, the largest share first; empty if
 *     the neuron did not fire
 * @param origins where the lift came from in the end; empty if the neuron did not fire
 * @param knockOut the trial without the spike that lifted it most; empty without such a spike
 * @param inNetwork what becomes of the spike in the whole network without the same one; empty if that was not tried
 * @param repeated whether the neuron, given the spikes that reached it, fires as in the run: the check that no cause is missing
 */
public record CauseAnswer(
        boolean fired,
        CauseNode root,
        List<CauseNode> followed,
        Optional<Origins> origins,
        Optional<KnockOut> knockOut,
        Optional<SpikeFate> inNetwork,
        boolean repeated) {

    /** Copies the list. */
    public CauseAnswer {
        followed = List.copyOf(followed);
    }

    /** The same with the trial in the whole network. */
    public CauseAnswer with(SpikeFate fate) {
        return new CauseAnswer(fired, root, followed, origins, knockOut, Optional.of(fate), repeated);
    }
}
