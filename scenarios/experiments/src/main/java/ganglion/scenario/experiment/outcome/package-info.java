/**
 * What the run of an experiment gives, whatever its task: {@link ganglion.scenario.experiment.outcome.TrainingOutcome} with
 * results, charts and tables, the statistics over seeds, what it warns of, and what a caller says about threads, checkpoints and progress.
 */
package ganglion.scenario.experiment.outcome;
