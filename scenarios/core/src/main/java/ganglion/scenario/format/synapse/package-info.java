/**
 * Synapses as files have them: which neurons are joined, how strongly, how late, and how weights change.
 */
package ganglion.scenario.format.synapse;
