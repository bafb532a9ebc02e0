/**
 * The contour of a sound: its spectrum relative to its loudest frame, and its rises and falls. Loudness cancels, as all
 * numbers are in decibels. Computed from the levels of bands, frame after frame.
 */
package ganglion.cochlea.contour;
