/** Rounds a network to the bits of a chip: weights, membranes and delays. */
package ganglion.hardware.precision;
