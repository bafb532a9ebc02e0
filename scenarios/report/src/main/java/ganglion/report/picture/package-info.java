/** Draws the output of the cochlea. All lengths are in points of one or two pixels. */
package ganglion.report.picture;
