/** What networks with and without spikes cost on hardware profiles, and the energy per sample that a training may pay for. */
package ganglion.scenario.experiment.run.costs;
