/**
 * How a note is shaped in time: fluctuations of level and pitch over a tenth of a second to a second, by which a listener
 * distinguishes a player from a machine. All numbers are in decibels, cents and differences of them, so that loudness
 * cancels. All depend on the past only, so that they could be computed while the sound goes on.
 *
 * <p>{@link ganglion.cochlea.expression.Expression} works on the powers of bands, frame after frame, {@link
 * ganglion.cochlea.expression.Intonation} on samples.
 */
package ganglion.cochlea.expression;
