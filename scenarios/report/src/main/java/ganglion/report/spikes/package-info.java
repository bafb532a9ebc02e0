/** Recorded spikes in canonical order, as CSV, NPZ and SONATA files and as the raster hash. */
package ganglion.report.spikes;
