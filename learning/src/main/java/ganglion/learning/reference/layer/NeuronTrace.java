package ganglion.learning.reference.layer;

/**
 * Spikes and potentials of a layer of neurons.
 *
 * @param membranes potentials, each after its step
 * @param spikes output of the neurons
 * @param currents synaptic currents, or the excitatory ones of alpha neurons; {@code null} for neurons without
 * @param inhibitoryCurrents inhibitory currents of alpha neurons; {@code null} for others
 */
public record NeuronTrace(Sequence membranes, Sequence spikes, Sequence currents, Sequence inhibitoryCurrents) {}
