/** What came of a suite or a sweep, for a terminal. */
package ganglion.cli.print.suite;
