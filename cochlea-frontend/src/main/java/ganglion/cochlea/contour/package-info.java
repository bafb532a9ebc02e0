/**
 * The contour of a sound: its spectrum relative to its loudest moment, and what rises and falls in it. Loudness cancels, as all is in
 * decibels. Works on the powers of bands, frame after frame, as the front end gives them.
 */
package ganglion.cochlea.contour;
