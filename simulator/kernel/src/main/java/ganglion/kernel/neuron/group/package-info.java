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
 * <p>Groups take parameters, not models: {@code ganglion.kernel.neuron.model} builds on this package. Not thread-safe; a
 * group belongs to one core.
 */
package ganglion.kernel.neuron.group;
