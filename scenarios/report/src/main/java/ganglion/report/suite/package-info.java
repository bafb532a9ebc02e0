/** The results of suites and sweeps beside their run directories: an index of the runs, tables and plots. */
package ganglion.report.suite;
