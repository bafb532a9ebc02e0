/**
 * What experiment files say: a network, what it learns from, and how. Each task has a record that is an {@link
 * ganglion.scenario.experiment.Experiment}. The keys of its file are in {@code key} and in its task, {@code format} reads files,
 * {@code data} reads samples, and {@code run} carries experiments out.
 */
package ganglion.scenario.experiment;
