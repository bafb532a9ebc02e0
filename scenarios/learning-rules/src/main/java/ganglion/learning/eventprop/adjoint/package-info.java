/** Exact derivatives of a loss by weights, delays and times of input spikes, going back from spike to spike. */
package ganglion.learning.eventprop.adjoint;
