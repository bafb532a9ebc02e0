/**
 * Networks without spikes and without state, trained by ordinary backpropagation: what spiking networks are compared with. The order of
 * training is fixed by a seed, and there is one thread, so that the same samples give the same network to the last bit.
 */
package ganglion.learning.dense;
