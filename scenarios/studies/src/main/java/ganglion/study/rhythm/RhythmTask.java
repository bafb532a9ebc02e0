package ganglion.study.rhythm;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Setting;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.Evaluator;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.NaiveBaseline;
import ganglion.learning.train.Trainer;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.Trainer.TrainingResult;
import ganglion.learning.train.TrainingPlan;
import ganglion.runtime.ThreadedTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Trains a network to distinguish trains of spikes with a rhythm from those without ({@link RhythmTrains}).
 *
 * @param front input of the trained layers
 * @param ticks length of a train in ticks of 5 ms, 60 to 4000
 * @param disturbance of the trains, in training and test
 * @param hidden number of hidden neurons behind the coincidences, 0 or more; the front of time constants has 32, and none of these
 * @param trainingTrains number of training trains, 1 or more
 * @param testTrains number of test trains, 1 or more; as many others choose the best epoch
 * @param epochs 1 or more
 * @param trials further disturbances of test trains
 */
record RhythmTask(
        Front front,
        int ticks,
        RhythmDisturbance disturbance,
        int hidden,
        int trainingTrains,
        int testTrains,
        int epochs,
        List<RhythmDisturbance> trials) {

    /** The classes, by label. */
    static final List<String> CLASSES = List.of("other", "rhythm");

    private static final int SHORTEST_LAG_TICKS = 2;
    private static final int LONGEST_LAG_TICKS = 50;
    private static final int LAG_STEP_TICKS = 1;
    private static final int BATCH = 20;
    private static final double LEARNING_RATE = 0.002;
    private static final double LOWEST_RATE = 0.02;
    private static final double READ_OUT_BETA = 0.95;
    /** Wide, so that a silent read-out still learns. */
    private static final Surrogate READ_OUT_SURROGATE = new FastSigmoid(2);

    private static final int HIDDEN = 32;
    private static final double SYNAPSE_DECAY = 0.97;
    private static final double MEMBRANE_DECAY = 0.95;
    private static final int TRAINING = 0;
    private static final int VALIDATION = 1;
    private static final int TEST = 2;

    /** The input of the trained layers. */
    enum Front {
        /** Coincidences of a spike with earlier ones, from 10 to 250 ms ago. */
        DELAYS,
        /**
         * The train itself, in 32 neurons with synaptic currents whose decays are learned: our form of the study's several time
         * constants for one input.
         */
        TIME_CONSTANTS
    }

    RhythmTask {
        trials = List.copyOf(trials);
    }

    /**
     * The result of one seed.
     *
     * @param model the network on the train itself, with the trained layers of the best epoch
     * @param bestEpoch number of that epoch, from 1
     * @param validationAccuracy share of the validation trains that were classified correctly in that epoch
     * @param accuracy share of the test trains that were classified correctly
     * @param baselineAccuracy the same by the naive baseline, on the input of the trained layers
     * @param accuracyByKind the same for each kind of train: rhythm, Poisson, shuffled, other tempo
     * @param accuracyByTrial the same for all trains under each further disturbance
     * @param baselineByTrial the same by the naive baseline
     */
    record Result(
            Model model,
            int bestEpoch,
            double validationAccuracy,
            double accuracy,
            double baselineAccuracy,
            List<Double> accuracyByKind,
            List<Double> accuracyByTrial,
            List<Double> baselineByTrial) {

        /** Takes copies of the lists. */
        Result {
            accuracyByKind = List.copyOf(accuracyByKind);
            accuracyByTrial = List.copyOf(accuracyByTrial);
            baselineByTrial = List.copyOf(baselineByTrial);
        }
    }

    /** Names of the kinds of trains, in the order of the results. */
    static List<String> kinds() {
        return List.of("rhythm", "Poisson", "shuffled intervals", "other tempo");
    }

    /**
     * Trains and tests.
     *
     * @param seed of the weights and of all trains
     * @param threads number of threads; without influence on the result
     */
    Result run(long seed, int threads, TrainingListener listener) {
        CounterRandom random = new CounterRandom(seed);
        Trains test = trains(random.branch(TEST), testTrains, disturbance);
        TrainingPlan experiment = plan(seed).withRunner(new ThreadedTasks(threads));
        DataSet training = trains(random.branch(TRAINING), trainingTrains, disturbance).data;
        DataSet validation = trains(random.branch(VALIDATION), testTrains, disturbance).data;
        LayerShape input = LayerShape.of(front == Front.DELAYS ? bank().size() : 1);
        TrainingResult trained =
                new Trainer(experiment, training, validation, listener).train(Model.create(input, layers(), seed));
        NaiveBaseline baseline = NaiveBaseline.train(
                training,
                CLASSES.size(),
                1,
                experiment.objective().balance(),
                seed,
                experiment.runner(),
                listener::stop);
        Engine engine = Trainer.engine(trained.bestModel(), experiment);
        EvaluationStep step = experiment.evaluation();
        Evaluation evaluation = Evaluator.evaluate(engine, test.data, BATCH, step);
        List<Double> byTrial = new ArrayList<>();
        List<Double> baselineByTrial = new ArrayList<>();
        for (RhythmDisturbance trial : trials) {
            DataSet disturbed = trains(random.branch(TEST), testTrains, trial).data;
            byTrial.add(accuracy(Evaluator.evaluate(engine, disturbed, BATCH, step)));
            baselineByTrial.add(accuracy(baseline.evaluate(disturbed)));
        }
        return new Result(
                front == Front.DELAYS ? bank().before(trained.bestModel()) : trained.bestModel(),
                trained.bestEpoch() + 1,
                accuracy(trained.epochs().get(trained.bestEpoch()).validation().orElseThrow()),
                accuracy(evaluation),
                accuracy(baseline.evaluate(test.data)),
                byKind(test.kinds, evaluation),
                byTrial,
                baselineByTrial);
    }

    private static double accuracy(Evaluation evaluation) {
        return evaluation.confusion().accuracy();
    }

    /** How the network learns, on one thread, and how its outputs decide. */
    TrainingPlan plan(long seed) {
        return TrainingPlan.of(
                seed,
                epochs,
                BATCH,
                new CrossEntropyCount(),
                new TrainingPlan.Descent(
                        AdamRule.of(AdamRule.Variant.ADAM, LEARNING_RATE), schedule(), Double.POSITIVE_INFINITY));
    }

    /** Length of a tick, in seconds. */
    static double tickSeconds() {
        return RhythmTrains.TICK_MILLISECONDS * 1e-3;
    }

    /** The test trains of a seed, as they are before any neuron: one input. */
    List<Sample> testSamples(long seed) {
        RhythmTrains trains = new RhythmTrains(new CounterRandom(seed).branch(TEST), ticks, disturbance);
        List<Sample> samples = new ArrayList<>();
        for (int number = 0; number < testTrains; number++) {
            RhythmTrains.Train train = trains.at(number);
            samples.add(new Sample(alone(train.spikes()), train.label()));
        }
        return samples;
    }

    /** Hidden neurons learn for longer, and end with small steps. */
    private Schedule schedule() {
        return hidden > 0 ? new Schedule.Cosine(epochs, LOWEST_RATE) : new Schedule.Constant();
    }

    private List<Layer> layers() {
        Dense readOut = new Dense(CLASSES.size(), true);
        if (front == Front.DELAYS && hidden > 0) {
            return List.of(
                    new Dense(hidden, true),
                    Neurons.leaky(READ_OUT_BETA)
                            .withSettings(Setting.fixed(1), Setting.learnedPerNeuron(READ_OUT_BETA), Setting.fixed(1)),
                    readOut,
                    Neurons.leaky(READ_OUT_BETA).withSurrogate(READ_OUT_SURROGATE));
        }
        if (front == Front.DELAYS) {
            return List.of(readOut, Neurons.leaky(READ_OUT_BETA).withSurrogate(READ_OUT_SURROGATE));
        }
        Neurons hidden = Neurons.synaptic(SYNAPSE_DECAY, MEMBRANE_DECAY)
                .withSettings(
                        Setting.learnedPerNeuron(SYNAPSE_DECAY),
                        Setting.learnedPerNeuron(MEMBRANE_DECAY),
                        Setting.fixed(1));
        return List.of(
                new Dense(HIDDEN, true),
                hidden,
                readOut,
                Neurons.leaky(READ_OUT_BETA).withSurrogate(READ_OUT_SURROGATE));
    }

    private static CoincidenceBank bank() {
        return CoincidenceBank.of(SHORTEST_LAG_TICKS, LONGEST_LAG_TICKS, LAG_STEP_TICKS);
    }

    private record Trains(DataSet data, List<RhythmTrains.Kind> kinds) {}

    private Trains trains(CounterRandom random, int count, RhythmDisturbance disturbed) {
        RhythmTrains trains = new RhythmTrains(random, ticks, disturbed);
        CoincidenceBank bank = bank();
        List<Sample> samples = new ArrayList<>();
        List<RhythmTrains.Kind> kinds = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            RhythmTrains.Train train = trains.at(number);
            SpikeInput seen = front == Front.DELAYS ? bank.respond(train.spikes(), ticks) : alone(train.spikes());
            samples.add(new Sample(seen, train.label()));
            kinds.add(train.kind());
        }
        return new Trains(DataSet.of(samples), kinds);
    }

    private SpikeInput alone(int[] spikes) {
        return SpikeInput.of(1, ticks, Arrays.stream(spikes).asLongStream().toArray(), 0);
    }

    private static List<Double> byKind(List<RhythmTrains.Kind> kinds, Evaluation evaluation) {
        IntFunction<Double> accuracy = kind -> {
            int all = 0;
            int right = 0;
            for (int i = 0; i < kinds.size(); i++) {
                if (kinds.get(i).ordinal() == kind) {
                    all++;
                    right += evaluation.decisions()[i] == evaluation.labels()[i] ? 1 : 0;
                }
            }
            return (double) right / all;
        };
        List<Double> accuracies = new ArrayList<>();
        for (int kind = 0; kind < kinds().size(); kind++) {
            accuracies.add(accuracy.apply(kind));
        }
        return accuracies;
    }
}
