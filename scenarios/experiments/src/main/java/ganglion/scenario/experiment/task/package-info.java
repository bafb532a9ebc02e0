/**
 * What a task is, and which tasks there are. A {@link ganglion.scenario.experiment.task.Task} is the word, the keys and the run
 * of the experiments of one task; modules register theirs with {@link java.util.ServiceLoader}.
 */
package ganglion.scenario.experiment.task;
