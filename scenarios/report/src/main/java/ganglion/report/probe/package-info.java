/** What probes saw. As arrays of NumPy, and as curves for the report. */
package ganglion.report.probe;
