/**
 * Experiments: the content of an experiment file, that is a network, its data, and how it learns. Each task has a record that
 * is an {@link ganglion.scenario.experiment.Experiment}. This package holds the records; they use no other package of the
 * module. Each of the others uses only this package and those above it in this list, as a test checks:
 *
 * <pre>
 *  outcome     the results of a training, whatever its task
 *  task        a task: its word, keys, figures and run; the list of all tasks
 *  key         the keys that several tasks share
 *  data        the samples of data sets, and the part of them that is held out
 *  robustness  the accuracy of a model on disturbed samples, and of a naive baseline
 *  format      experiment files, and the classifiers in model files
 *  run         the tasks for classes, and the evaluation of trained models
 *  trial       the evaluation of saved models on samples, under several conditions
 *  session     the training of an experiment with all its seeds, resumed where it stopped
 *  compile     from a trained classifier to a scenario with the same decisions
 * </pre>
 */
package ganglion.scenario.experiment;
