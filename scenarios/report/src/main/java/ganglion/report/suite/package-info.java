/** What a suite or a sweep leaves behind besides its run directories: an index over the runs, a table, plots. */
package ganglion.report.suite;
