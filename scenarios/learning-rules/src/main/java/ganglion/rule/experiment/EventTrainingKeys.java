package ganglion.rule.experiment;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.eventprop.adjoint.CountPenalty;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.rule.experiment.ObjectiveKeys.Objective;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.TrainingKeys;

/** The keys of a training with EventProp. */
final class EventTrainingKeys {

    private static final double USUAL_DELAY_RATE = 0.1;

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
            .says("Learning rate of Adam for weights.")
            .byDefault(0.005);
    private static final Key<Double> DELAY_RATE = Key.of("delay-rate", fractionalTicks())
            .says("Learning rate of Adam for delays of synapses, a time; 0 ms keeps them. Left out, a tenth of a step.")
            .example("1 ms");
    private static final Key<Double> LONGEST_DELAY = Key.of("longest-delay", fractionalTicks())
            .says("Bound of all delays, at most the length of a sample, which it is if left out.")
            .example("60 ms");

    private static final Key<Double> LEAST = Key.of("least", number().from(0))
            .says("Fewest spikes of a neuron for a sample.")
            .byDefault(0.0)
            .example(1);
    private static final Key<Double> MOST = Key.of("most", number().from(0))
            .says("Most spikes of a neuron for a sample, at least the fewest.")
            .required()
            .example(10);
    private static final Key<Double> STRENGTH = Key.of("strength", number().from(0))
            .says("Factor on what a number of spikes is beyond its bound.")
            .required()
            .example(0.0001);
    private static final Key<CountPenalty> COUNTS = Key.of(
                    "counts", Shape.of("bounds of numbers of spikes", EventTrainingKeys::counts, LEAST, MOST, STRENGTH))
            .says(
                    "Pushes the numbers of spikes of hidden neurons back within bounds. It does not add to the loss, because counts"
                            + " have no derivative.")
            .exampleText("{most: 10, strength: 0.0001}");

    private static final Key<Double> SPIKES_AT_START = Key.of("spikes-at-start", number().above(0))
            .says("Mean number of spikes of a neuron for a sample to which the weights of each fresh layer are scaled.")
            .byDefault(1.0)
            .example(2);
    private static final Key<Double> WAKE = Key.of("wake", number().from(0))
            .says(
                    "Added after each batch to the weights into a neuron that fires for none of its samples, or that stands for a"
                            + " class and does not fire for one of it: without a spike there is no gradient.")
            .byDefault(0.01);
    private static final Key<Double> LEAST_SLOPE = Key.of("least-slope", number().from(0))
            .says(
                    "Slope of a potential at a spike, in thresholds per time constant of the membrane, below which gradients take it"
                            + " for this one; 0 for exact gradients, which a spike that grazes the threshold makes very large.")
            .byDefault(0.01);

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
                            DELAY_RATE,
                            LONGEST_DELAY,
                            COUNTS,
                            SPIKES_AT_START,
                            WAKE,
                            LEAST_SLOPE))
            .says("How it learns.")
            .required()
            .exampleText("{epochs: 20}");

    private EventTrainingKeys() {}

    /** The loss. */
    static Objective objective(Place training) {
        return ObjectiveKeys.LOSS.in(training);
    }

    /** Spikes of a neuron of a fresh network for a sample. */
    static double spikesAtStart(Place training) {
        return SPIKES_AT_START.in(training);
    }

    /** How to train; delays that may become longer than a sample are reported. */
    static EventPlan plan(Place training, Objective objective, Features features) {
        double longest = LONGEST_DELAY.find(training).orElse((double) features.steps());
        if (longest > features.steps()) {
            LONGEST_DELAY
                    .at(training)
                    .problem("found " + LONGEST_DELAY.at(training).text() + ", expected at most the " + features.steps()
                            + " steps of a sample, behind which nothing arrives");
        }
        return new EventPlan(
                objective.loss(),
                COUNTS.find(training).orElse(CountPenalty.NONE),
                EPOCHS.in(training),
                BATCH.in(training),
                LEARNING_RATE.in(training),
                DELAY_RATE.find(training).orElse(USUAL_DELAY_RATE),
                longest,
                WAKE.in(training),
                ExperimentKeys.head(training).seed(),
                LEAST_SLOPE.in(training));
    }

    private static CountPenalty counts(Place place) {
        double least = LEAST.in(place);
        double most = MOST.in(place);
        if (most < least) {
            MOST.at(place).problem("found " + most + ", expected at least the fewest, " + least);
            return CountPenalty.NONE;
        }
        return new CountPenalty(least, most, STRENGTH.in(place));
    }
}
