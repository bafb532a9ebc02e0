/**
 * Puts neurons onto cores within a chip's limits. Populations that take no input (spike sources, front ends) are inputs:
 * they lie outside the chip, and their spikes enter at its edge.
 */
package ganglion.hardware.placement;
