/**
 * Single-precision arithmetic of the fast engine: rows of floats, lists of spikes, and the loops over them. The loops are small so
 * that the compiler turns each into vector instructions.
 */
package ganglion.learning.fast.arithmetic;
