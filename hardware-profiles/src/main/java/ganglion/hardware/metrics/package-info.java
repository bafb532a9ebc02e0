/** Counts and ratios of a network and its run that the literature compares by, each under its source's own definition. */
package ganglion.hardware.metrics;
