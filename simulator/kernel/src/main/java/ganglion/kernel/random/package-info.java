/**
 * Random numbers that depend on nothing but what they are for: a number is a function of (seed, stream, counter), where the
 * counter is made of neuron and tick or of whatever else tells one use from another. Nothing is drawn from a shared
 * sequence, so that results do not depend on partitions, threads or the order of evaluation.
 *
 * <pre>
 *   CounterRandom     the numbers: bits, uniform, exponential, Gaussian, whole numbers below a bound
 *   Distribution      uniform, normal, lognormal, clipped, truncated: one number per index
 *   NormalQuantile    one uniform number into one normal number, by PortableLog
 *   PoissonCounts     one uniform number into one Poisson count
 * </pre>
 *
 * Each sample takes a fixed number of uniform numbers wherever that can be had, so that the k-th sample is found without the
 * ones before it. Functions are those of {@link java.lang.StrictMath}: the same bits on every machine.
 */
package ganglion.kernel.random;
