/**
 * What every kind of neuron shares: {@link ganglion.kernel.neuron.NeuronModel}, the immutable description with its
 * parameters; {@link ganglion.kernel.neuron.NeuronGroup}, the state of some neurons in flat arrays; {@link
 * ganglion.kernel.neuron.Visit}, through which a group reports spikes and asks for visits. {@link
 * ganglion.kernel.neuron.LifParameters} describe the membrane of all leaky integrate-and-fire models.
 *
 * <pre>
 *   model     the neuron models that take input, one file each, equations and source in its head
 *     |
 *     v
 *   group     state and arithmetic of the leaky integrate-and-fire models, and of all models that step tick by tick
 *     |
 *     v
 *   current   synaptic currents, and currents that flow in beside the synapses
 *   source    neurons that take no input: listed, regular and Poisson spikes
 * </pre>
 *
 * All four build on this package; {@code current} and {@code source} on nothing else among them.
 *
 * <p>What a tick leaves of a decaying variable is rounded as {@link ganglion.kernel.neuron.Fading} says, in all models; their
 * equations leave it out.
 *
 * <p>A model is defined by what it does at every tick. A group visits its neurons only where input arrives or a neuron may
 * fire by itself, and gives the same bits.
 */
package ganglion.kernel.neuron;
