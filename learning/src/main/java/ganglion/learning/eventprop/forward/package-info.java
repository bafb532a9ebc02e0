/** The forward pass of EventProp: spikes of layers and potentials of a read-out, computed from event to event. */
package ganglion.learning.eventprop.forward;
