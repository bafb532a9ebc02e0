/**
 * How a note is shaped in time: what the level of a sound does from a tenth of a second to a second, by which a listener tells a
 * player from a machine. All of it is in decibels and differences of decibels, so that loudness cancels; all of it looks back only,
 * so that it could be computed while the sound goes on.
 *
 * <p>Works on the powers of bands, frame after frame, as the front end gives them. {@link
 * ganglion.cochlea.expression.Expression} puts the parts together.
 */
package ganglion.cochlea.expression;
