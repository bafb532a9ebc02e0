/**
 * The learner's arithmetic by its definition: double precision, one plain loop after the other. Slow; evaluations report it, and what a
 * trained network does in a simulator is compared with it.
 *
 * <p>Equations are those of snnTorch 0.9.4, see {@link ganglion.learning.model.Neurons}.
 */
package ganglion.learning.reference;
