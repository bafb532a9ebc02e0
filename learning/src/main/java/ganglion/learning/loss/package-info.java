/**
 * What training minimises. Every loss here is a mean over the samples of a batch, so that it is defined by its value
 * with one sample; hence a batch can be split over threads without changing a bit.
 *
 * <p>Symbols: {@code T} steps, {@code C} outputs, {@code s} spikes and {@code v} membrane potentials of the output neurons,
 * {@code y} the class of the sample, and the cross-entropy {@code CE(z) = log sum_c exp z_c - z_y}.
 */
package ganglion.learning.loss;
