/**
 * Layers of neurons of the fast engine, forward and back: what all of them share, and those with two coupled variables. Rows
 * are those of {@code ganglion.learning.fast}: row {@code t * samples + b} is that of sample {@code b} at step {@code t}.
 */
package ganglion.learning.fast.neuron;
