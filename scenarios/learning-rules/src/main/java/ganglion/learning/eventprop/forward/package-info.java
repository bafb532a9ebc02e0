/** Spikes of layers and potentials of a read-out in continuous time, computed from event to event. */
package ganglion.learning.eventprop.forward;
