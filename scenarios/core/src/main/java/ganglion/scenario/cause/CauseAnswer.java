package ganglion.scenario.cause;

import ganglion.kernel.cause.SpikeId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a neuron fired at a tick, or did not.
 *
 * @param fired whether it did
 * @param repeatedAlone whether the neuron, given the spikes that reached it, fires as in the run: the check that no cause is missing
 * @param cause what its potential was made of
 * @param followed spikes that lifted it, at once or through others, and what their potentials were made of, the largest share first; empty if
 *     the neuron did not fire
 * @param origins where the lift came from in the end; empty if the neuron did not fire
 * @param withoutMainSource the trial without the spike that lifted it most; empty without such a spike
 */
public record CauseAnswer(
        boolean fired,
        boolean repeatedAlone,
        CauseNode cause,
        List<CauseNode> followed,
        Optional<Origins<SpikeId>> origins,
        Optional<Trial> withoutMainSource) {

    /** Copies the list. */
    public CauseAnswer {
        followed = List.copyOf(followed);
    }

    /**
     * What the neuron does if one spike does not reach it, and all others do.
     *
     * @param spike that is left out
     * @param needed whether the parts say that it cannot fire without the spike
     * @param stillFires whether the neuron still fires at the tick
     * @param nextTick the first later tick at which it then fires, within what was made again of the run
     */
    public record Trial(SpikeId spike, boolean needed, boolean stillFires, OptionalLong nextTick) {}
}
