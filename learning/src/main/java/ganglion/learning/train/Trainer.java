package ganglion.learning.train;

import ganglion.learning.engine.BatchReport;
import ganglion.learning.engine.Engine;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.TrainingStep;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.ReferenceEngine;
import ganglion.learning.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The engine for a model: the fast one, or the reference for layers that it does not have. */
    public static Engine engine(Model model, TrainingPlan experiment) {
        return FastEngine.supports(model)
                ? new FastEngine(
                        model,
                        experiment.descent().rule(),
                        experiment.projection(),
                        experiment.seed(),
                        experiment.runner())
                : new ReferenceEngine(model, experiment.descent().rule(), experiment.projection(), experiment.seed());
    }

    /**
     * Trains a copy of a model.
     *
     * @throws DivergedException if a loss or a parameter is no finite number any more
     */
    public TrainingResult train(Model model) {
        Model working = model.copy();
        try (Engine engine = engine(working, experiment)) {
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
    }

    /** Resumes training from a state: with the same plan and data, as if it had never stopped. */
    public TrainingResult resume(TrainingState state) {
        Model working = state.model().copy();
        try (Engine engine = engine(working, experiment)) {
            engine.restore(state.optimiser());
            return run(engine, working, state);
        }
    }

    private TrainingResult run(Engine engine, Model working, TrainingState start) {
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

        private final Engine engine;
        private final Model working;
        private final TrainingState before;
        private final double learningRate;
        private double lossSum;
        private double normSum;
        private int correct;
        private int samples;
        private List<LayerActivity> activity = List.of();
        private EpochReport report;

        EpochRun(Engine engine, Model working, TrainingState before) {
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
            activity = Evaluator.sum(activity, done.activity());
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
}
