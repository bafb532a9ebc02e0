/**
 * The learner's arithmetic by its definition: double precision, one plain loop after the other, gradients by hand-derived
 * backpropagation through time. Slow; the fast engine is compared with it, and what a trained network does in a simulator is
 * compared with its forward pass.
 *
 * <p>Equations and their gradients are those of snnTorch 0.9.4, see {@link ganglion.learning.model.Neurons}. In the code,
 * {@code R} is 1 where a reset acts and takes part in no gradient, as there.
 */
package ganglion.learning.reference;
