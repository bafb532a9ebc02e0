/** Losses of networks in continuous time: times of first spikes, potentials of a read-out, and bounds of the number of spikes. */
package ganglion.learning.eventprop.loss;
