package ganglion.kernel.neuron.model;

/**
 * What a tick does first to a neuron with synaptic currents. The two orders differ by one tick of delay, and a network
 * that was trained under one of them gives other spikes under the other.
 */
public enum SynapticOrder {
    /** The potential follows the current as it was before the tick, as on NEST's grid: input acts from the next tick on. */
    POTENTIAL_FIRST,
    /** The current takes in the input and acts on the potential at the same tick, as in trainers. */
    CURRENT_FIRST
}
