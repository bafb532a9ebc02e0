/**
 * The structure of a trainable network: layers in sequence and their parameters, and what both engines compute from a layer alike: where a
 * window lies on a map, what a dropout layer silences. The engines in
 * {@code ganglion.learning.reference} and {@code ganglion.learning.fast} train and evaluate it.
 *
 * <p>Values between layers are numbered row by row: channel, then height, then width.
 */
package ganglion.learning.model;
