/**
 * How a note is shaped in time: what the level and the pitch of a sound do from a tenth of a second to a second, by which a listener
 * tells a player from a machine. All of it is in decibels, cents and differences of them, so that loudness cancels; all of it looks
 * back only, so that it could be computed while the sound goes on.
 *
 * <p>{@link ganglion.cochlea.expression.Expression} works on the powers of bands, frame after frame, as the front end gives them,
 * {@link ganglion.cochlea.expression.Intonation} on samples.
 */
package ganglion.cochlea.expression;
