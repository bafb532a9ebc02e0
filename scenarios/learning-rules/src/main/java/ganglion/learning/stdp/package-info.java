/**
 * Unsupervised learning by the timing of spikes. The learning itself happens in the simulator, whose synapses change as spikes
 * reach them ({@link ganglion.kernel.plasticity.PairStdp}); here samples are presented to it, one run each, and the weights
 * are read back.
 */
package ganglion.learning.stdp;
