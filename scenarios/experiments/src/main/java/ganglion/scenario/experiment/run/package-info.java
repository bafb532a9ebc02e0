/**
 * The tasks for classes, each with its keys and its run, and how trained models do on samples. {@link
 * ganglion.scenario.experiment.run.ExperimentRunner} carries out an experiment of any registered task. Writes nothing but
 * checkpoints.
 */
package ganglion.scenario.experiment.run;
