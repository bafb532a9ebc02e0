/**
 * Losses of first spikes and of potentials of a read-out, and their exact derivatives by weights and times of input spikes, going
 * back from spike to spike.
 */
package ganglion.learning.eventprop.adjoint;
