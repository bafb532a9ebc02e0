/**
 * The state of neurons in flat arrays, and what a tick does to it. {@code Membranes} holds leak, threshold, reset and
 * refractory period of all leaky integrate-and-fire models; each group adds what its model does between the input and the
 * membrane.
 *
 * <p>A group is defined by what it does at every tick, but is visited only at ticks where something happens. {@code LifGroup}
 * makes up for skipped ticks one by one, {@code ClosedFormLifGroup} by a power of the leak, and {@link
 * ganglion.kernel.neuron.group.SteppedGroup} keeps the ticks for every model without a closed form. The loops over all
 * neurons call nothing, so that the compiler turns them into vector instructions.
 *
 * <pre>
 *   LifGroup              Membranes and Arrivals; skipped ticks one by one, until the potential stands still
 *   ClosedFormLifGroup    deviation from the steady state; skipped ticks by Powers of the leak
 *   SteppedGroup          keeps the ticks for
 *     SynapticLifGroup      Membranes with one or two DecayingCurrents
 *     AlphaLifGroup         Membranes with currents that rise and fall
 *     AdaptiveLifGroup      Membranes with a threshold that rises
 *     and the groups nested in ResonateAndFire and Izhikevich
 *   RecentSpikes          spikes whose refractory period or delayed reset is still to be applied
 * </pre>
 *
 * <p>Groups take parameters, not models: {@code ganglion.kernel.neuron.model} builds on this package. Not thread-safe; a
 * group belongs to one core.
 */
package ganglion.kernel.neuron.group;
