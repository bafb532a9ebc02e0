/** The other half of a cycle. */
package ganglion.scenario.architecture.broken.two;
