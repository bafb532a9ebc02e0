/**
 * Carries experiments out: {@link ganglion.scenario.experiment.run.ExperimentRunner} finds the run of an experiment's task, and what
 * comes out is a {@link ganglion.scenario.experiment.outcome.TrainingOutcome} of whatever task. Writes nothing but checkpoints.
 */
package ganglion.scenario.experiment.run;
