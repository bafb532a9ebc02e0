/** Searches for settings of a training: {@link ganglion.scenario.experiment.search.LearningRateSearch} tries learning rates. */
package ganglion.scenario.experiment.search;
