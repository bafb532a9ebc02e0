/**
 * Assigns neurons to cores within a chip's limits, by one of several strategies, and folds connectivity and placement into
 * the tables that counting and timing read. Populations that take no input (spike sources, front ends) are inputs: they lie
 * outside the chip, and their spikes enter at its edge.
 */
package ganglion.hardware.placement;
