/**
 * Files: experiments, whose keys come from their {@link ganglion.scenario.experiment.task.Task}, and the classifiers in model
 * files, which hold the experiment that trained them.
 */
package ganglion.scenario.experiment.format;
