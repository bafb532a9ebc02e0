/**
 * The neuron models that take input, one file per model with its equations and their source in its head.
 *
 * <pre>
 *   Lif                delta synapses; tick by tick, or in closed form for fine ticks
 *   SynapticLif        exponential synaptic currents
 *   AlphaLif           synaptic currents of alpha shape
 *   AdaptiveLif        threshold that rises with each spike
 *   LeakyIntegrator    read-out that never fires
 *   ResonateAndFire    damped oscillator
 *   Izhikevich         quadratic, with a recovery variable
 * </pre>
 *
 * A model is an immutable record of parameters. For every core that hosts some of its neurons it makes a {@link
 * ganglion.kernel.neuron.NeuronGroup}: a nested class where one model alone needs it, a class of {@link
 * ganglion.kernel.neuron.group} where several share its membranes.
 */
package ganglion.kernel.neuron.model;
