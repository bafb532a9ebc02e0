/**
 * One network of a search: {@link ganglion.scenario.explore.trial.Variant} makes an experiment of a configuration, {@link
 * ganglion.scenario.explore.trial.FitCheck} says before any training whether devices can compute it, {@link
 * ganglion.scenario.explore.trial.Workshop} trains it, and {@link ganglion.scenario.explore.trial.NetworkTrial} compiles it, lets it decide in the
 * precision of devices and costs its decisions. {@link
 * ganglion.scenario.explore.trial.StageTrial} does the same for a saved network on all samples, as a stage of a cascade.
 */
package ganglion.scenario.explore.trial;
