/** From a trained classifier to a scenario that decides the same, and the proof that it fires the same spikes. */
package ganglion.scenario.experiment.compile;
