/**
 * Cross-validation by group: {@link ganglion.scenario.experiment.fold.CrossValidation} trains an experiment once for each part of its
 * training set, and puts together what the parts gave.
 */
package ganglion.scenario.experiment.fold;
