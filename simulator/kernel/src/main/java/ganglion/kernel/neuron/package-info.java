/**
 * What a neuron does: one file for each model, with its equations and their source in its head. A model is an immutable
 * description of parameters; for every core that hosts some of its neurons it makes a {@link
 * ganglion.kernel.neuron.NeuronGroup}, which holds their state in flat arrays.
 *
 * <pre>
 *   Lif                delta synapses; tick by tick, or in closed form for fine ticks
 *   SynapticLif        exponential synaptic currents          AlphaLif         currents of alpha shape
 *   AdaptiveLif        threshold that rises with spikes       LeakyIntegrator  read-out that never fires
 *   ResonateAndFire    damped oscillator                      Izhikevich       quadratic, with recovery
 *   SpikeSource, RegularSource, PoissonSource                 take no input
 *   DrivenNeurons      any of the above that take input, with a Poisson, step or noise current
 * </pre>
 *
 * A model is defined by what it does at every tick. {@code LifGroup}, {@code ClosedFormLifGroup} and the subclasses of {@code
 * SteppedGroup} give the same bits while visiting neurons only where something reaches them or they may fire.
 */
package ganglion.kernel.neuron;
