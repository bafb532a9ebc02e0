package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.Loss.BinaryCrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.Loss.SquaredCount;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.loss.Loss.WindowedError;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.train.DetectionThreshold.ShiftedReadOut;
import ganglion.learning.train.TrainingPlan;
import ganglion.learning.train.TrainingPlan.ClassBalance;
import ganglion.learning.train.TrainingPlan.EpochCriterion;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.key.OptimiserKeys.ScheduleKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The keys of a training. */
public final class TrainingKeys {

    /** Most epochs of a training, and most samples of a batch. */
    public static final int LARGEST = 1_000_000;

    private static final String TITLE = "settings of the training";

    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(LARGEST))
            .says("Number of passes over the training set.")
            .required()
            .example(20);
    private static final Key<Integer> BATCH = Key.of("batch", integer().from(1).to(LARGEST))
            .says("Number of samples in a step.")
            .byDefault(32);
    private static final Key<Loss> LOSS = Key.of("loss", LossKeys.ALL)
            .says("The loss, which training minimises.")
            .byDefault(new CrossEntropyCount(), Map.of("kind", "cross-entropy-count"))
            .exampleText("{kind: cross-entropy-count}");
    private static final Key<Rule> OPTIMISER = Key.of("optimiser", OptimiserKeys.ALL)
            .says("The optimiser, by which gradients change parameters.")
            .byDefault(OptimiserKeys.USUAL, Map.of("kind", "adam"))
            .exampleText("{kind: adam, learning-rate: 0.001}");
    private static final Key<IntFunction<Schedule>> SCHEDULE = Key.of("schedule", ScheduleKeys.ALL)
            .says("The learning rate per epoch.")
            .byDefault(epochs -> new Schedule.Constant(), Map.of("kind", "constant"))
            .exampleText("{kind: cosine}");
    private static final Key<Double> LARGEST_GRADIENT = Key.of("largest-gradient", number().above(0))
            .says("Gradient norm above which the gradients are clipped, all together. Left out, they are not clipped.")
            .example(1);
    private static final Key<ReadOut> READ_OUT = Key.of("read-out", words("the name of a read-out", ReadOut.class))
            .says("How the outputs choose a class: most spikes, earliest spike, highest mean or largest potential. A"
                    + " single output chooses the second class if it fires in more than half of the steps, or if"
                    + " its potential is above one half.")
            .byDefault(ReadOut.SPIKE_COUNT)
            .example("spike-count");
    private static final Key<ClassBalance> BALANCE = Key.of(
                    "balance", words("the name of a balance", ClassBalance.class))
            .says("Treatment of classes of different sizes: none, or repeat samples of the smaller.")
            .byDefault(ClassBalance.NONE)
            .example("none");
    private static final Key<EpochCriterion> SELECT = Key.of(
                    "select", words("the name of a measure", List.of(EpochCriterion.ACCURACY, EpochCriterion.LOSS)))
            .says("Measure on the validation set that the best epoch is chosen by; of equal epochs, the one with"
                    + " the lowest loss. Without a validation set, the training loss counts.")
            .byDefault(EpochCriterion.ACCURACY)
            .example("accuracy");
    private static final Key<Integer> PATIENCE = Key.of(
                    "patience", integer().from(0).to(LARGEST))
            .says("Epochs without improvement after which training stops; 0 for never.")
            .byDefault(0)
            .example(10);

    private static final Key<Boolean> CALIBRATE = Key.of("calibrate", flag())
            .says("Fits a temperature on the validation set, so that confidences are probabilities. Decisions stay"
                    + " the same.")
            .byDefault(false)
            .example(true);

    private static final Key<Boolean> FIT_THRESHOLD = Key.of("fit-threshold", flag())
            .says("Fits one score above which a class is found, the same for all, on mixtures of the notes held out,"
                    + " for a high macro F1. It is moved into the biases of the last layer. Otherwise a class is"
                    + " found above 0, where it is as likely there as not.")
            .byDefault(false)
            .example(true);

    private static final Key<Integer> BITS = Key.of("bits", integer().from(2).to(24))
            .says("Bits of a weight with its sign.")
            .example(8);
    private static final Key<Integer> FAN_IN = Key.of(
                    "fan-in", integer().from(1).to(LARGEST))
            .says("Largest number of synapses into a neuron from one layer; those with the largest weights stay.")
            .example(64);
    private static final Key<Boolean> PER_NEURON = Key.of("per-neuron", flag())
            .says("Whether each neuron's weights have a step of their own, rather than all weights into a layer.")
            .byDefault(false);
    private static final Key<String> PROFILE = Key.of("profile", PenaltyKeys.PROFILE_NAME)
            .says("Profile that gives bits and fan-in instead.")
            .example("loihi");
    private static final Key<WeightProjection> WEIGHTS = Key.of(
                    "weights",
                    Shape.of("limits of a chip", TrainingKeys::weights, BITS, FAN_IN, PER_NEURON, PROFILE)
                            .excludes(PROFILE, BITS, FAN_IN))
            .says("Trains with weights as a chip can hold them; the model has such weights.")
            .exampleText("{bits: 8}")
            .exampleText("{profile: loihi}");

    /** How a classifier learns. */
    public static final Key<TrainingPlan> TRAINING = Key.of(
                    "training",
                    Shape.of(
                            TITLE,
                            TrainingKeys::classification,
                            EPOCHS,
                            BATCH,
                            LOSS,
                            PenaltyKeys.PENALTY,
                            OPTIMISER,
                            SCHEDULE,
                            LARGEST_GRADIENT,
                            READ_OUT,
                            BALANCE,
                            SELECT,
                            PATIENCE,
                            WEIGHTS,
                            CALIBRATE))
            .says("How it learns.")
            .required()
            .exampleText("{epochs: 20}");

    /**
     * How detectors learn: the output potentials decide, and all classes are learned at once, so keys for one class per
     * sample do not apply.
     */
    public static final Key<TrainingPlan> OF_DETECTORS = Key.of(
                    "training",
                    Shape.of(
                            TITLE,
                            TrainingKeys::detection,
                            EPOCHS,
                            BATCH,
                            PenaltyKeys.PENALTY,
                            OPTIMISER,
                            SCHEDULE,
                            LARGEST_GRADIENT,
                            WEIGHTS,
                            FIT_THRESHOLD))
            .says("How it learns.")
            .required()
            .exampleText("{epochs: 30}");

    private TrainingKeys() {}

    /** Whether a document asks for a temperature; reports one that cannot be fitted. */
    public static boolean calibrates(Place root, ExperimentData data, NetworkPlan network) {
        Place training = TRAINING.at(root);
        boolean asked = CALIBRATE.in(training);
        if (asked && data.validation().isEmpty() && data.holdOut().isEmpty()) {
            CALIBRATE
                    .at(training)
                    .problem("found no validation set to fit a temperature on, expected \"hold-out\" or"
                            + " \"validation\" in /data");
        } else if (asked && network.outputs() == 1) {
            CALIBRATE
                    .at(training)
                    .problem("found a network of one output, expected one for each class, because a temperature"
                            + " divides the scores of classes");
        }
        return asked;
    }

    /** Whether a document asks for a threshold; reports one that cannot be fitted. */
    public static boolean fitsThreshold(Place root, Optional<HoldOut> holdOut, NetworkPlan network) {
        Place training = OF_DETECTORS.at(root);
        boolean asked = FIT_THRESHOLD.in(training);
        if (asked && holdOut.isEmpty()) {
            FIT_THRESHOLD.at(training).problem("found no notes to fit a threshold on, expected \"hold-out\" in /data");
        } else if (asked && !ShiftedReadOut.suits(network.layers())) {
            FIT_THRESHOLD
                    .at(training)
                    .problem("found other layers at the end of the network, expected a dense layer with a bias and"
                            + " integrators, whose biases can hold a threshold");
        }
        return asked;
    }

    /** Reports that the loss is not for as many outputs as the network has. */
    public static void problemWithLoss(Place root, String message) {
        Place training = TRAINING.at(root);
        (LOSS.isIn(training) ? LOSS.at(training) : training).problem(message);
    }

    /** How to train, on one thread. */
    private static TrainingPlan classification(Place place) {
        return training(
                place,
                new TrainingPlan.Objective(LOSS.in(place), penalty(place), BALANCE.in(place)),
                new TrainingPlan.Selection(READ_OUT.in(place), SELECT.in(place), PATIENCE.in(place)));
    }

    private static TrainingPlan detection(Place place) {
        return training(
                place,
                new TrainingPlan.Objective(new BinaryCrossEntropyMeanMembrane(), penalty(place), ClassBalance.NONE),
                new TrainingPlan.Selection(ReadOut.MEAN_MEMBRANE, EpochCriterion.LOSS, 0));
    }

    private static TrainingPlan training(
            Place place, TrainingPlan.Objective objective, TrainingPlan.Selection selection) {
        int epochs = EPOCHS.in(place);
        return new TrainingPlan(
                ExperimentKeys.seed(place),
                epochs,
                BATCH.in(place),
                objective,
                new TrainingPlan.Descent(
                        optimiser(place),
                        SCHEDULE.in(place).apply(epochs),
                        LARGEST_GRADIENT.find(place).orElse(Double.POSITIVE_INFINITY)),
                selection,
                WEIGHTS.find(place).orElse(WeightProjection.NONE),
                TaskRunner.SEQUENTIAL);
    }

    private static SpikePenalty penalty(Place place) {
        return PenaltyKeys.PENALTY.find(place).orElse(SpikePenalty.NONE);
    }

    private static Rule optimiser(Place place) {
        try {
            return OPTIMISER.in(place);
        } catch (IllegalArgumentException e) {
            OPTIMISER.at(place).problem(e.getMessage());
            return OptimiserKeys.USUAL;
        }
    }

    private static WeightProjection weights(Place place) {
        try {
            WeightProjection limits = PROFILE.isIn(place)
                    ? WeightProjection.of(ProfileLibrary.find(PROFILE.in(place)))
                    : new WeightProjection(
                            BITS.find(place).orElse(WeightProjection.NONE.bits()),
                            FAN_IN.find(place).orElse(WeightProjection.NONE.fanIn()));
            return new WeightProjection(limits.bits(), limits.fanIn(), PER_NEURON.in(place));
        } catch (ProfileException e) {
            PROFILE.at(place).problem(e.problems().get(0).message());
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
        }
        return WeightProjection.NONE;
    }

    /** The losses of classifiers: the only place that knows their words and keys. */
    static final class LossKeys {

        private static final Key<Double> CORRECT_RATE = Key.of(
                        "correct-rate", number().from(0).to(1))
                .says("Target spikes per step of the output of the class.")
                .byDefault(0.8);
        private static final Key<Double> OTHER_RATE = Key.of(
                        "other-rate", number().from(0).to(1))
                .says("Target spikes per step of the other outputs.")
                .byDefault(0.2);
        private static final Key<Double> CORRECT_POTENTIAL = Key.of("correct-potential", number())
                .says("Target potential of the output of the class.")
                .byDefault(1.0);
        private static final Key<Double> OTHER_POTENTIAL = Key.of("other-potential", number())
                .says("Target potential of the other outputs.")
                .byDefault(0.0);
        /** All losses. */
        static final KindsByTag<Loss> ALL = KindsByTag.<Loss>of(
                        "a loss",
                        List.of(
                                kind(
                                        "cross-entropy-rate",
                                        "Cross-entropy of the spikes of each step, averaged over the steps.",
                                        place -> new CrossEntropyRate()),
                                kind(
                                        "cross-entropy-count",
                                        "Cross-entropy of the spike counts.",
                                        place -> new CrossEntropyCount()),
                                kind(
                                        "cross-entropy-max-membrane",
                                        "Cross-entropy of the largest potentials.",
                                        place -> new CrossEntropyMaxMembrane()),
                                kind(
                                        "cross-entropy-mean-membrane",
                                        "Cross-entropy of the mean potentials.",
                                        place -> new CrossEntropyMeanMembrane()),
                                kind(
                                        "squared-count",
                                        "Squared distance of the spike counts from their targets.",
                                        place -> new SquaredCount(CORRECT_RATE.in(place), OTHER_RATE.in(place)),
                                        CORRECT_RATE,
                                        OTHER_RATE),
                                kind(
                                        "squared-rate",
                                        "One output: squared distance of its rate from the class, 0 or 1.",
                                        place -> new SquaredRate()),
                                kind(
                                        "squared-membrane",
                                        "Squared distance of the potentials from their targets.",
                                        place -> new SquaredMembrane(
                                                CORRECT_POTENTIAL.in(place), OTHER_POTENTIAL.in(place)),
                                        CORRECT_POTENTIAL,
                                        OTHER_POTENTIAL),
                                kind(
                                        "windowed-error",
                                        "One output: the founding study's loss, with a sufficient share of right steps"
                                                + " and a growing price on spikes for class 0.",
                                        place -> WindowedError.ofStudy())))
                .named("loss");

        private LossKeys() {}

        private static Kind<Loss> kind(String word, String description, Function<Place, Loss> reader, Key<?>... keys) {
            return new Kind<>(word, description, Shape.of("", reader, keys));
        }
    }
}
