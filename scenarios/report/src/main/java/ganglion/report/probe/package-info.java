/** What probes saw: as arrays of NumPy, and as curves for the report. */
package ganglion.report.probe;
