/**
 * The learner's arithmetic as it is defined: double precision, one plain loop after the other, gradients by hand-derived
 * backpropagation through time. Slow; the fast path is held against it, and what a trained network does in a simulator is
 * held against its forward pass.
 *
 * <p>Equations and their gradients are those of snnTorch 0.9.4, see {@link ganglion.learning.model.Neurons}. In the code,
 * {@code R} is 1 where a reset acts and takes part in no gradient, as there.
 */
package ganglion.learning.reference;
