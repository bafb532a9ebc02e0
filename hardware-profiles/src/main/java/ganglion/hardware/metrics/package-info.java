/**
 * Counts and ratios of a network and its run that the literature compares by, each under its source's own definition, and the
 * arithmetic and memory traffic of the equivalent dense network.
 */
package ganglion.hardware.metrics;
