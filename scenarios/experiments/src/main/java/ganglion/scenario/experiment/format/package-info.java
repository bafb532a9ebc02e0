/**
 * The format of experiment files: the schema of each task and the readers that turn a document into an {@link
 * ganglion.scenario.experiment.Experiment}. A new task is a {@link ganglion.scenario.experiment.format.TaskFormat} in the list of {@link
 * ganglion.scenario.experiment.format.ExperimentFiles}.
 */
package ganglion.scenario.experiment.format;
