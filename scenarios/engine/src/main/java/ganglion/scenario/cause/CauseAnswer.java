package ganglion.scenario.cause;

import java.util.Optional;

/**
 * Why a neuron fired at a tick, or did not.
 *
 * @param fired whether it did
 * @param root its potential and, for a spike, the causes of its causes
 * @param origins where the lift came from in the end; empty if the neuron did not fire
 * @param knockOut the trial without the spike that lifted it most; empty without such a spike
 * @param repeated whether the neuron, given the spikes that reached it, fires as in the run: the check that no cause is missing
 */
public record CauseAnswer(
        boolean fired, CauseNode root, Optional<Origins> origins, Optional<KnockOut> knockOut, boolean repeated) {}
