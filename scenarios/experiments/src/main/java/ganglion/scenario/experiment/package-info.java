/**
 * What experiment files say: a network, what it learns from, and how. An {@link ganglion.scenario.experiment.Experiment} is
 * read by {@code format}, its data by {@code data}, and carried out by {@code run}; each task is one record here, one format and one
 * run.
 */
package ganglion.scenario.experiment;
