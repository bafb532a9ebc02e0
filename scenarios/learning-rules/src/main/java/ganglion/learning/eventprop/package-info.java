/**
 * Spiking networks in continuous time, and their exact gradients by an adjoint pass over spikes. This is EventProp (Wunderlich and Pehle,
 * "Event-based backpropagation can compute exact gradients for spiking neural networks", Scientific Reports 11:12829, 2021, arXiv
 * 2009.08378).
 *
 * <p>A {@code EventRun} computes the spikes of an {@link ganglion.learning.eventprop.EventNetwork} one after
 * the other, in closed form between events, and keeps for each spike its time and the slope of the potential. An
 * {@code EventLoss} judges the spikes or the read-out. An {@code AdjointPass} goes
 * back over the spikes. Its memory follows the number of spikes, not the length of a sample.
 *
 * <pre>
 *   eventprop              neurons, synapses with a delay, spikes with exact times
 *   eventprop.forward      their spikes, computed from event to event
 *   eventprop.adjoint      exact gradients, back from spike to spike
 *   eventprop.grid         the same networks in the simulator, on a grid of ticks
 *   eventprop.train        losses on first spikes and on potentials of a read-out, and training with their gradients
 * </pre>
 *
 * <p>Times are in steps of the samples, and need not be whole numbers. Everything follows from parameters and input, to the last bit.
 */
package ganglion.learning.eventprop;
