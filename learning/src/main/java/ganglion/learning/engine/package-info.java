/**
 * The contract between what trains a model, batch by batch, and what computes: {@link ganglion.learning.engine.Engine}. Two
 * implementations exist, in double and in single precision.
 */
package ganglion.learning.engine;
