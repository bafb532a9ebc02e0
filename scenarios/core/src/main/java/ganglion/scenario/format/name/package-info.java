/**
 * The names of inputs and populations, which the parts of a scenario refer to each other by: the names are gathered before
 * anything is read that refers to them.
 */
package ganglion.scenario.format.name;
