/**
 * Random numbers that depend on nothing but what they are for: a number is a function of (seed, stream, counter), where the
 * counter is made of neuron and tick or of whatever else tells one use from another. Nothing is drawn from a shared
 * sequence, so that results do not depend on partitions, threads or the order of evaluation.
 */
package ganglion.kernel.random;
