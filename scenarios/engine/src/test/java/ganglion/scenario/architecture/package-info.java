/** The rules that the packages of the scenario engine keep, and types that break them. */
package ganglion.scenario.architecture;
