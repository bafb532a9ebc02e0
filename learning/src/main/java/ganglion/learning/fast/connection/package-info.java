/**
 * Layers between two layers of neurons in the fast engine: stateless layers (dense, convolution, pooling, gain, dropout), chains
 * of them, and layers that look back in time (delays, windows). Each computes the samples of one slice, forward and back.
 */
package ganglion.learning.fast.connection;
