/**
 * Counts and ratios by which the literature compares networks, each as its source defines it, and the
 * arithmetic and memory traffic of the equivalent dense network.
 */
package ganglion.hardware.metrics;
