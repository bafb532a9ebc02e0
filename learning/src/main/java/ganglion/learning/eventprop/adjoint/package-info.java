/** The adjoint pass of EventProp: exact derivatives of a loss by weights, delays and times of input spikes. */
package ganglion.learning.eventprop.adjoint;
