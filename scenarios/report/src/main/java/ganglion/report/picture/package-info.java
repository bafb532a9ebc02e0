/** Draws what the ear hears. All lengths are in points, drawn at two pixels a point. */
package ganglion.report.picture;
