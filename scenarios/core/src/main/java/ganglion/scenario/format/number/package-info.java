/**
 * Numbers of neurons and synapses as files have them: one for all, a list with one for each, a file with such a list, or a
 * distribution from which each is drawn.
 */
package ganglion.scenario.format.number;
