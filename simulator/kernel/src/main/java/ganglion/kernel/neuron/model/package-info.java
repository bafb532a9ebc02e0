/**
 * The neuron models that take input, one file per model with its equations and their source in its head.
 *
 * <pre>
 *   Lif                LifGroup: skipped ticks one by one, until the potential stands still
 *                      ClosedFormLifGroup: deviation from the steady state; skipped ticks by Powers of the leak
 *   SynapticLif        Membranes with one or two exponential synaptic currents (DecayingCurrent)
 *   AlphaLif           Membranes with currents that rise and fall
 *   AdaptiveLif        Membranes with a threshold that rises with each spike
 *   LeakyIntegrator    read-out that never fires
 *   ResonateAndFire, BalancedResonator, SeAdLif, Izhikevich   two variables, coupled
 * </pre>
 *
 * A model is an immutable record of parameters. For every core that hosts some of its neurons it makes a {@link
 * ganglion.kernel.neuron.NeuronGroup}, which is nested in the model, or beside it if it is long: the state of the neurons in flat arrays,
 * and what a tick does to it. {@code Membranes} holds leak, threshold, reset and refractory period of all leaky integrate-and-fire models;
 * {@code RecentSpikes} those spikes whose refractory period or delayed reset is still to be applied. A group is defined by what it does at
 * every tick, but is visited only at ticks where something happens. {@code SteppedGroup} keeps the ticks for every model without a
 * closed form. The loops over all neurons call nothing, so that the compiler turns them into vector instructions.
 *
 * <p>Groups are not thread-safe; a group belongs to one core.
 */
package ganglion.kernel.neuron.model;
