package ganglion.learning.reference.layer;

/**
 * What a layer of neurons did.
 *
 * @param membranes potentials, each after its step
 * @param spikes what the neurons emitted
 * @param currents synaptic currents, or the excitatory ones of alpha neurons; {@code null} for neurons without
 * @param inhibitoryCurrents inhibitory currents of alpha neurons; {@code null} for others
 */
public record NeuronTrace(Sequence membranes, Sequence spikes, Sequence currents, Sequence inhibitoryCurrents) {}
