/**
 * The files beside a scenario: weight matrices (CSV, NPY, HDF5), lists of synapses, lists of spikes, golden rasters. Every
 * reader knows how much it may take in before it starts, believes no header without checking it, and says in one sentence
 * what was found and what was expected. Only the player of samples knows a scenario, on whose timeline it lays them.
 */
package ganglion.scenario.data;
