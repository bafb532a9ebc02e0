/** A network as a chip would hold it: weights, membranes and delays in the chip's bits. */
package ganglion.hardware.precision;
