package ganglion.rule.experiment;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.eventprop.adjoint.EventLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.FirstSpikeLoss;
import ganglion.learning.eventprop.adjoint.EventLoss.ReadOutLoss;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.TrainingKeys;
import java.util.List;
import java.util.Map;

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

    /** The losses of networks in continuous time: the only place that knows their words and keys. */
    private static final class ObjectiveKeys {

        private static final double USUAL_SCALE_STEPS = 1;
        private static final double USUAL_FACTOR = 5;

        private static final Key<Double> TIME = Key.of("scale", fractionalTicks())
                .says("Time by which a first spike must be earlier to count e times as much. Left out, one step.")
                .example("5 ms");
        private static final Key<Double> EARLY = Key.of("early", number().from(0))
                .says(
                        "Weight of the term (exp(t / 20 scale) - 1) for the time t of the first spike of the right class.")
                .byDefault(0.0)
                .example(0.05);
        private static final Key<Double> FACTOR = Key.of("scale", number().above(0))
                .says("Factor on the potentials.")
                .byDefault(USUAL_FACTOR)
                .example(5);

        private static final KindsByTag<EventLoss> ALL = KindsByTag.<EventLoss>of(
                        "a loss",
                        List.of(
                                new Kind<>(
                                        "first-spike",
                                        "Cross-entropy of how early the neurons of the last layer, one per class, fire first.",
                                        Shape.of("", ObjectiveKeys::firstSpike, TIME, EARLY)),
                                new Kind<>(
                                        "mean-membrane",
                                        "Cross-entropy of the mean potentials of integrators, one per class, behind the last hidden"
                                                + " layer, which are a smooth count of spikes.",
                                        Shape.ofRecord("", ReadOutLoss.class, FACTOR))))
                .named("loss");

        /** The loss. */
        static final Key<EventLoss> LOSS = Key.of("loss", ALL)
                .says("The loss, which training minimises, and by which a class is chosen.")
                .byDefault(new ReadOutLoss(USUAL_FACTOR), Map.of("kind", "mean-membrane"))
                .exampleText("{kind: mean-membrane}");

        private ObjectiveKeys() {}

        private static EventLoss firstSpike(Place place) {
            double scale = TIME.find(place).orElse(USUAL_SCALE_STEPS);
            if (!(scale > 0)) {
                TIME.at(place).problem("found no time, expected more than 0");
                scale = USUAL_SCALE_STEPS;
            }
            return new FirstSpikeLoss(scale, EARLY.in(place));
        }
    }
}
