/** The rules that the suite keeps, and types that break them. */
package ganglion.scenario.suite.architecture;
