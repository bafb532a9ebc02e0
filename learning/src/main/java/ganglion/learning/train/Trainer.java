package ganglion.learning.train;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.OptimiserState;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet.EpochOrder;
import ganglion.learning.train.Evaluator.Evaluation;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trains a model by a plan. */
public final class Trainer {

    private final TrainingPlan experiment;
    private final DataSet training;
    private final DataSet validation;
    private final TrainingListener listener;

    /**
     * @param training samples to learn from, at least one
     * @param validation samples by which epochs are judged; none, and they are judged by their training loss
     * @throws IllegalArgumentException if there is no training sample
     */
    public Trainer(TrainingPlan experiment, DataSet training, DataSet validation, TrainingListener listener) {
        this.experiment = experiment;
        this.training = training;
        this.validation = validation;
        this.listener = listener;
        if (training.size() == 0) {
            throw new IllegalArgumentException("there is no sample to learn from");
        }
    }

    /** The engine that trains a model. */
    public static FastEngine engine(Model model, TrainingPlan experiment) {
        return new FastEngine(
                model, experiment.descent().rule(), experiment.projection(), experiment.seed(), experiment.runner());
    }

    /**
     * Trains a copy of a model.
     *
     * @throws DivergedException if a loss or a parameter is no finite number any more
     */
    public TrainingResult train(Model model) {
        Model working = model.copy();
        FastEngine engine = engine(working, experiment);

        TrainingState start = new TrainingState(
                0,
                0,
                working,
                engine.optimiserState(),
                working.copy(),
                0,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        return run(engine, working, start);
    }

    /** Resumes training from a state: with the same plan and data, as if it had never stopped. */
    public TrainingResult resume(TrainingState state) {
        Model working = state.model().copy();
        FastEngine engine = engine(working, experiment);

        engine.restore(state.optimiser());
        return run(engine, working, state);
    }

    private TrainingResult run(FastEngine engine, Model working, TrainingState start) {
        TrainingState state = start;
        List<EpochReport> reports = new ArrayList<>();
        while (state.epochsDone() < experiment.epochs() && !outOfPatience(state) && !listener.stop()) {
            EpochRun epoch = new EpochRun(engine, working, state);
            state = epoch.run();
            reports.add(epoch.report);
            listener.epochDone(epoch.report, state);
        }
        return new TrainingResult(state.bestModel(), state.bestEpoch(), state, reports);
    }

    /** Epochs in which delays still narrow do not count: accuracy often rises only afterwards. */
    private boolean outOfPatience(TrainingState state) {
        int lastNarrowing = Narrowing.epochs(state.model(), experiment.epochs()) - 1;
        int without = state.epochsDone() - 1 - Math.max(state.bestEpoch(), lastNarrowing);
        int patience = experiment.selection().patienceEpochs();
        return patience > 0 && without >= patience;
    }

    /** One epoch. */
    private final class EpochRun {

        private final FastEngine engine;
        private final Model working;
        private final TrainingState before;
        private final double learningRate;
        private double lossSum;
        private double normSum;
        private int correct;
        private int samples;
        private List<LayerActivity> activity = List.of();
        private EpochReport report;

        EpochRun(FastEngine engine, Model working, TrainingState before) {
            this.engine = engine;
            this.working = working;
            this.before = before;
            this.learningRate = experiment.descent().rule().learningRate()
                    * experiment.descent().schedule().factor(before.epochsDone());
        }

        TrainingState run() {
            int epoch = before.epochsDone();
            int[] order = EpochOrder.of(training, experiment.objective().balance(), experiment.seed(), epoch);
            int batches = (order.length + experiment.batchSize() - 1) / experiment.batchSize();
            long nanoseconds = 0;
            for (int b = 0; b < batches; b++) {
                List<Sample> batch = batch(order, b, epoch);
                long start = System.nanoTime();
                train(batch, before.batchesDone() + b);
                nanoseconds += System.nanoTime() - start;
                checkFinite(lossSum / samples, "a loss of ");
                listener.batchDone(epoch, b + 1, batches, lossSum / samples);
            }
            engine.store();
            for (Parameter parameter : working.allParameters()) {
                for (double value : parameter.values()) {
                    checkFinite(value, "a " + parameter.name() + " of ");
                }
            }
            return judge(epoch, batches, samples * 1e9 / nanoseconds);
        }

        private void checkFinite(double value, String what) {
            if (!Double.isFinite(value)) {
                throw new DivergedException(what + value, before.epochsDone());
            }
        }

        /** Samples may have to be processed by the front end again, which costs more than to learn from them, so threads share it. */
        private List<Sample> batch(int[] order, int number, int epoch) {
            int end = Math.min(order.length, (number + 1) * experiment.batchSize());
            IntStream places = IntStream.range(number * experiment.batchSize(), end);
            return (experiment.runner().parallelism() > 1 ? places.parallel() : places)
                    .mapToObj(k -> training.sample(order[k], epoch))
                    .toList();
        }

        private void train(List<Sample> batch, long number) {
            BatchReport done = engine.train(
                    batch,
                    new TrainingStep(
                            number,
                            (double) before.epochsDone() / experiment.epochs(),
                            experiment.objective().loss(),
                            experiment.objective().penalty(),
                            learningRate,
                            experiment.descent().largestGradientNorm(),
                            experiment.selection().readOut()));
            samples += batch.size();
            lossSum += done.loss() * batch.size();
            normSum += done.gradientNorm();
            activity = LayerActivity.sum(activity, done.activity());
            for (int i = 0; i < batch.size(); i++) {
                correct += done.decisions()[i] == batch.get(i).label() ? 1 : 0;
            }
        }

        private TrainingState judge(int epoch, int batches, double samplesPerSecond) {
            Optional<Evaluation> evaluation = validation.size() == 0
                    ? Optional.empty()
                    : Optional.of(
                            Evaluator.evaluate(engine, validation, experiment.batchSize(), experiment.evaluation()));
            double loss = evaluation.map(Evaluation::loss).orElse(lossSum / samples);
            checkFinite(loss, "a loss of ");
            double merit =
                    evaluation.map(experiment.selection().criterion()::merit).orElse(-loss);
            boolean best = epoch == 0 || isBetter(merit, loss);
            report = new EpochReport(
                    epoch,
                    learningRate,
                    lossSum / samples,
                    (double) correct / samples,
                    evaluation,
                    activity,
                    normSum / batches,
                    samplesPerSecond,
                    best,
                    LayerWarnings.of(activity, normSum / batches));
            return new TrainingState(
                    epoch + 1,
                    before.batchesDone() + batches,
                    working.copy(),
                    engine.optimiserState(),
                    best ? working.copy() : before.bestModel(),
                    best ? epoch : before.bestEpoch(),
                    best ? merit : before.bestMerit(),
                    best ? loss : before.bestLoss());
        }

        /** Accuracies of small sets are often equal; without the loss the first epoch would win while the network still learns. */
        private boolean isBetter(double merit, double loss) {
            return merit > before.bestMerit() || merit == before.bestMerit() && loss < before.bestLoss();
        }
    }

    /** When the spread of learned delays has its last width. Before, validation has another network than training. */
    static final class Narrowing {

        private Narrowing() {}

        /** Number of epochs, from the first on, after which no spread of a model narrows any more; 0 if none ever does. */
        static int epochs(Model model, int ofAll) {
            int most = 0;
            for (int i = 0; i < model.layers().size(); i++) {
                if (model.layers().get(i) instanceof Dense dense) {
                    most = Math.max(most, epochs(model, i, dense.delays(), ofAll));
                }
            }
            return most;
        }

        private static int epochs(Model model, int layer, SynapseDelays delays, int ofAll) {
            boolean narrows = delays.active()
                    && model.parameter(layer, "delay").trainable()
                    && delays.firstWidth() > delays.lastWidth();
            return narrows ? (int) Math.ceil(delays.narrowWithin() * ofAll) : 0;
        }
    }

    /** Warnings about neurons that no longer learn: those that never fire in an epoch, or almost always. */
    static final class LayerWarnings {

        /** Share of steps above which a firing neuron carries no information. */
        private static final double SATURATED_RATE = 0.95;

        /** Number of neurons that a warning names. */
        private static final int NAMED = 12;

        private LayerWarnings() {}

        static List<String> of(List<LayerActivity> activity, double gradientNorm) {
            List<String> warnings = new ArrayList<>();
            for (LayerActivity layer : activity) {
                int neurons = layer.spikesByNeuron().length;
                warn(warnings, layer.layer(), layer.dead(), neurons, "never fire");
                warn(warnings, layer.layer(), layer.saturated(SATURATED_RATE), neurons, "fire almost always");
            }
            if (gradientNorm == 0 || !Double.isFinite(gradientNorm)) {
                warnings.add(String.format(
                        Locale.ROOT, "the gradients have the length %s: nothing is learned", gradientNorm));
            }
            return warnings;
        }

        private static void warn(List<String> warnings, int layer, int[] which, int neurons, String what) {
            if (which.length > 0) {
                String all = which.length == neurons ? "" : ": " + names(which);
                warnings.add(String.format(
                        Locale.ROOT, "layer %d: %d of %d neurons %s%s", layer, which.length, neurons, what, all));
            }
        }

        private static String names(int[] which) {
            String first = Arrays.stream(which)
                    .limit(NAMED)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
            return which.length <= NAMED ? first : first + " and " + (which.length - NAMED) + " more";
        }
    }

    /** Receives the progress of training, in the training thread. */
    public interface TrainingListener {

        /** Does nothing. */
        TrainingListener NONE = new TrainingListener() {};

        /**
         * A batch is done.
         *
         * @param batch number of batches done in this epoch
         * @param batches number of batches of the epoch
         * @param loss of the batch
         */
        default void batchDone(int epoch, int batch, int batches, double loss) {}

        /**
         * An epoch is done.
         *
         * @param state from which training can be resumed; take what you need before returning
         */
        default void epochDone(EpochReport report, TrainingState state) {}

        /** Whether to stop after this epoch, though there is more to do. */
        default boolean stop() {
            return false;
        }
    }

    /**
     * Result of training.
     *
     * @param bestModel the model of the best epoch
     * @param bestEpoch number of that epoch, from 0
     * @param state from which training can be resumed
     * @param epochs reports of the epochs of this run
     */
    public record TrainingResult(Model bestModel, int bestEpoch, TrainingState state, List<EpochReport> epochs) {

        /** Takes a copy of the list. */
        public TrainingResult {
            epochs = List.copyOf(epochs);
        }
    }

    /**
     * State of training after an epoch: all that is needed to resume.
     *
     * @param epochsDone number of epochs done
     * @param batchesDone number of batches done, over all epochs
     * @param model the present model
     * @param optimiser state of the optimiser
     * @param bestModel the model of the best epoch
     * @param bestEpoch number of that epoch, from 0
     * @param bestMerit how good it was; the higher, the better
     * @param bestLoss its loss in validation, or in training where there is none; decides between epochs that are as good
     */
    public record TrainingState(
            int epochsDone,
            long batchesDone,
            Model model,
            OptimiserState optimiser,
            Model bestModel,
            int bestEpoch,
            double bestMerit,
            double bestLoss) {}

    /**
     * What an epoch of training did.
     *
     * @param epoch number, from 0
     * @param learningRate that it used
     * @param trainingLoss mean over its samples, while the model was changing
     * @param trainingAccuracy share of its samples that were classified correctly, while the model was changing
     * @param validation on the validation set, if there is one
     * @param activity of the layers of neurons on the training samples
     * @param meanGradientNorm mean gradient norm before clipping
     * @param samplesPerSecond training speed, evaluation left out
     * @param best whether it is the best so far
     * @param warnings warnings, such as layers in which no neuron fires; may be empty
     */
    public record EpochReport(
            int epoch,
            double learningRate,
            double trainingLoss,
            double trainingAccuracy,
            Optional<Evaluation> validation,
            List<LayerActivity> activity,
            double meanGradientNorm,
            double samplesPerSecond,
            boolean best,
            List<String> warnings) {

        /** Takes copies of the lists. */
        public EpochReport {
            activity = List.copyOf(activity);
            warnings = List.copyOf(warnings);
        }
    }

    /** A training has left the numbers: nothing can be learned any more. The message says what was found, in which epoch. */
    public static final class DivergedException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        /** @param epoch counted from 0 */
        DivergedException(String found, int epoch) {
            super("found " + found + " in epoch " + (epoch + 1)
                    + ", expected a finite number: a lower learning rate may help");
        }
    }
}
