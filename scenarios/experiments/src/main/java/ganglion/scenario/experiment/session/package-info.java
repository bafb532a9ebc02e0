/**
 * Trains an experiment with all its seeds: {@link ganglion.scenario.experiment.session.TrainingSession} decides which seeds are
 * still to be trained and from which checkpoint; a {@link ganglion.scenario.experiment.session.TrainingStore} holds the
 * results of earlier trainings.
 */
package ganglion.scenario.experiment.session;
