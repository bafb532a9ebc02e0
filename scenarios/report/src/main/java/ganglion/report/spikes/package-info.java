/** The spikes that a run keeps, in one canonical order, as CSV and as the raster hash. */
package ganglion.report.spikes;
