/**
 * A network of a search on its devices: {@link ganglion.scenario.explore.trial.Variant} makes an experiment of a configuration, {@link
 * ganglion.scenario.explore.trial.FitCheck} says before any training which devices can compute it, {@link
 * ganglion.scenario.explore.trial.NetworkTrainer} trains it, and {@link ganglion.scenario.explore.trial.NetworkTrial} compiles it, lets it decide in the
 * precision of a device and costs its decisions.
 */
package ganglion.scenario.explore.trial;
