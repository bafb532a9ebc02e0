/** The other half of a cycle. */
package ganglion.scenario.suite.architecture.broken.two;
