package ganglion.rule.experiment;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.TrainingKeys;

/** The keys of a training with EventProp. */
final class EventTrainingKeys {

    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(TrainingKeys.LARGEST))
            .says(
                    "Number of passes over the training set. The epoch with the best accuracy in validation is kept, of equal ones"
                            + " that with the lower loss; without a validation set, that with the lowest loss in training.")
            .required()
            .example(20);
    private static final Key<Integer> BATCH = Key.of("batch", integer().from(1).to(TrainingKeys.LARGEST))
            .says("Number of samples in a step.")
            .byDefault(32);
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().above(0))
            .says("Learning rate of Adam.")
            .byDefault(0.005);
    private static final Key<Double> SPIKES_AT_START = Key.of("spikes-at-start", number().above(0))
            .says("Mean number of spikes of a neuron for a sample to which the weights of each fresh layer are scaled.")
            .byDefault(1.0)
            .example(2);
    /** The training. */
    static final Key<Place> TRAINING = Key.of(
                    "training",
                    Shape.of(
                            "settings of the training",
                            place -> place,
                            EPOCHS,
                            BATCH,
                            ObjectiveKeys.LOSS,
                            LEARNING_RATE,
                            SPIKES_AT_START))
            .says("How it learns.")
            .required()
            .exampleText("{epochs: 20}");

    private EventTrainingKeys() {}

    /** Spikes of a neuron of a fresh network for a sample. */
    static double spikesAtStart(Place training) {
        return SPIKES_AT_START.in(training);
    }

    /** How to train. */
    static EventPlan plan(Place training) {
        return new EventPlan(
                ObjectiveKeys.LOSS.in(training),
                EPOCHS.in(training),
                BATCH.in(training),
                LEARNING_RATE.in(training),
                ExperimentKeys.head(training).seed());
    }
}
