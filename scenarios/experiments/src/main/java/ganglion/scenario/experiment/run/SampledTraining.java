package ganglion.scenario.experiment.run;

import ganglion.documents.InputException;
import ganglion.learning.train.DivergedException;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import java.util.Optional;

/** Trains classifiers on samples that are read already, for searches that train many networks on the same ones. */
public final class SampledTraining {

    private SampledTraining() {}

    /**
     * Trains a classifier as {@link ExperimentRunner} does, but without the naive baseline and without disturbances.
     *
     * @param samples those of the experiment
     * @throws InputException if the checkpoint is of another experiment, or the network cannot learn with the learning rate
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainingOutcome run(
            Classification experiment, ExperimentSamples samples, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        try {
            return new ClassificationRun(experiment, settings, progress, Optional.of(samples), false).run();
        } catch (DivergedException e) {
            throw new InputException(experiment.head().problem("/training/optimiser/learning-rate", e.getMessage()));
        }
    }
}
