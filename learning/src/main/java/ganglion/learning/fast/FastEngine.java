package ganglion.learning.fast;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.Engine;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.fast.Normalisation.Normaliser;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.loss.Loss;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Model;
import ganglion.learning.optimiser.FloatOptimiser;
import ganglion.learning.optimiser.GradientClip;
import ganglion.learning.optimiser.OptimiserState;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Trains and evaluates a model in single precision. Holds a working copy of its parameters; {@link #store} writes them back. The result depends on the model, the samples, the seed and the number of slices,
 * not on the number of threads.
 */
public final class FastEngine implements Engine {

    /** Slices of a batch: enough for the threads of a small machine, few enough to keep their gradients in caches. */
    private static final int SLICES = 4;

    private final Model model;
    private final FastParameters parameters;
    private final GradientSum gradients;
    private final FloatOptimiser optimiser;
    private final TaskRunner workers;
    private final long seed;
    private final boolean projects;
    private List<Slice> slices = List.of();
    private int largestSlice;

    /**
     * @param model what to train; read now, and written by {@link #store}
     * @param rule how to optimise
     * @param seed of the choices of dropout layers
     * @param runner runs the slices of a batch at the same time; more than 4 threads are of no use
     * @throws IllegalArgumentException if a layer of the model has delays where no spikes are
     */
    public FastEngine(Model model, Rule rule, long seed, TaskRunner runner) {
        this(model, rule, WeightProjection.NONE, seed, runner);
    }

    /**
     * An engine that computes with weights as a chip can hold them, and trains the exact weights behind them.
     *
     * @param projection how the chip rounds weights
     */
    public FastEngine(Model model, Rule rule, WeightProjection projection, long seed, TaskRunner runner) {
        this.model = model;
        check(model.layers());
        this.parameters = new FastParameters(model, projection);
        this.gradients = new GradientSum(parameters.all());
        this.optimiser = new FloatOptimiser(
                rule, parameters.all().stream().map(FloatParameter::rows).toList(), model.allDecays());
        this.workers = runner;
        this.seed = seed;
        this.projects = projection.active();
    }

    /** Delays follow the input or neurons at once. */
    private static void check(List<Layer> layers) {
        for (int i = 0; i < layers.size(); i++) {
            if (Layer.isDelayed(layers.get(i)) && i > 0 && !(layers.get(i - 1) instanceof FiringLayer)) {
                throw new IllegalArgumentException(
                        "layer " + i + ": delays must follow the input or a layer of neurons at once");
            }
        }
    }

    /**
     * One training step: forward, backward and update. All samples of a batch have the same number of steps.
     *
     * @throws IllegalArgumentException if samples do not fit the model or each other
     */
    public BatchReport train(List<Sample> batch, TrainingStep step) {
        parameters.refresh(step.progress(), workers);
        prepare(batch.size());
        Loss loss = step.loss().atBatch(step.batchNumber());
        double[][] scores = new double[batch.size()][];
        int[] decisions = new int[batch.size()];
        double[] penalties = new double[SLICES];
        boolean constant = batch.stream().allMatch(sample -> sample.input() instanceof ConstantInput);
        FloatParameter deferred = constant ? slices.get(0).onlyWeight() : null;
        int parts = parameters.normalisations().size();
        try {
            forwardToNormalisers(batch, step.batchNumber());
            workers.run(SLICES, s -> {
                forward(s, parts, batch, step.batchNumber());
                slices.get(s).evaluate(loss, step.readOut(), first(s, batch.size()), batch.size(), scores, decisions);
                penalties[s] = slices.get(s).penalty(step.penalty(), batch.size());
                slices.get(s).backward(parts, deferred != null);
            });
            backwardFromNormalisers(deferred != null);
        } catch (RuntimeException e) {
            // Slices that have gone half the way back hold gradients.
            largestSlice = 0;
            throw e;
        }
        double norm = update(step, deferred);
        return report(batch.size(), penalties, scores, decisions, norm);
    }

    /** Runs the parts of the network that end in normalisation; behind each, the slices meet. */
    private void forwardToNormalisers(List<Sample> batch, long batchNumber) {
        List<Normalisation> meetings = parameters.normalisations();
        for (int p = 0; p < meetings.size(); p++) {
            int part = p;
            workers.run(SLICES, s -> {
                forward(s, part, batch, batchNumber);
                slices.get(s).measure(part);
            });
            meetings.get(part).useBatch(normalisers(part));
        }
    }

    private void forward(int slice, int part, List<Sample> batch, long batchNumber) {
        if (part == 0) {
            begin(slice, batch, batchNumber, true);
        }
        slices.get(slice).forward(part);
    }

    /** Goes back through those parts; before each, the slices have met. */
    private void backwardFromNormalisers(boolean deferConstant) {
        List<Normalisation> meetings = parameters.normalisations();
        for (int p = meetings.size() - 1; p >= 0; p--) {
            int part = p;
            meetings.get(part).useGradients(normalisers(part));
            workers.run(SLICES, s -> slices.get(s).backward(part, deferConstant));
        }
    }

    private void begin(int slice, List<Sample> batch, long batchNumber, boolean training) {
        int first = first(slice, batch.size());
        slices.get(slice).begin(batch.subList(first, first(slice + 1, batch.size())), first, batchNumber, training);
    }

    /** The normalisers at the end of a part, of all slices that have samples, in order. */
    private List<Normaliser> normalisers(int part) {
        return slices.stream()
                .filter(slice -> slice.sampleCount() > 0)
                .map(slice -> slice.normaliser(part))
                .toList();
    }

    /** @param deferred see {@link GradientSum#collect} */
    private double update(TrainingStep step, FloatParameter deferred) {
        optimiser.begin(step.learningRate());
        boolean clip = step.largestGradientNorm() < Double.POSITIVE_INFINITY;
        gradients.collect(slices, deferred, workers, clip ? (p, from, until) -> {} : this::optimise);
        double norm = gradients.norm();
        if (clip) {
            double factor = GradientClip.factor(norm, step.largestGradientNorm());
            gradients.forEachRow(workers, (p, from, until) -> {
                if (factor < 1) {
                    gradients.scale(p, from, until, (float) factor);
                }
                optimise(p, from, until);
            });
        }
        if (projects) {
            workers.run(parameters.all().size(), p -> parameters.all().get(p).project());
        }
        return norm;
    }

    private void optimise(int parameter, int from, int until) {
        FloatParameter optimised = parameters.all().get(parameter);
        if (optimised.trainable()) {
            optimiser.update(parameter, optimised.exact(), gradients.rows(parameter), from, until);
            optimised.keepInRange(from, until);
        }
    }

    @Override
    public BatchReport evaluate(List<Sample> batch, EvaluationStep step) {
        parameters.refresh(workers);
        prepare(batch.size());
        double[][] scores = new double[batch.size()][];
        int[] decisions = new int[batch.size()];
        parameters.normalisations().forEach(Normalisation::useRunning);
        workers.run(SLICES, s -> {
            Slice slice = slices.get(s);
            begin(s, batch, 0, false);
            for (int part = 0; part <= parameters.normalisations().size(); part++) {
                slice.forward(part);
            }
            slice.evaluate(step.loss(), step.readOut(), first(s, batch.size()), batch.size(), scores, decisions);
        });
        return report(batch.size(), new double[SLICES], scores, decisions, Double.NaN);
    }

    private BatchReport report(int size, double[] penalties, double[][] scores, int[] decisions, double norm) {
        double loss = 0;
        List<LayerActivity> activity = List.of();
        for (int s = 0; s < SLICES; s++) {
            loss += slices.get(s).lossSum() + penalties[s];
            activity = LayerActivity.sum(activity, slices.get(s).activity());
        }
        return new BatchReport(loss / size, scores, decisions, activity, norm);
    }

    private static int first(int slice, int batchSize) {
        return (int) ((long) batchSize * slice / SLICES);
    }

    private void prepare(int batchSize) {
        if (batchSize == 0) {
            throw new IllegalArgumentException("a batch needs at least one sample");
        }
        int needed = (batchSize + SLICES - 1) / SLICES;
        if (needed > largestSlice) {
            largestSlice = needed;
            List<Slice> fresh = new ArrayList<>();
            for (int s = 0; s < SLICES; s++) {
                fresh.add(new Slice(model, parameters, largestSlice, seed));
            }
            slices = fresh;
        }
    }

    /** Gradients of the latest training step, in the order of {@link Model#allParameters}, as the model has its values. */
    public List<double[]> gradients() {
        return inModelOrder(gradients::rows);
    }

    /** Writes the learned values back to the model. */
    public void store() {
        parameters.all().forEach(FloatParameter::store);
    }

    /** State of the optimiser. */
    public OptimiserState optimiserState() {
        return new OptimiserState(optimiser.step(), inModelOrder(optimiser::first), inModelOrder(optimiser::second));
    }

    private List<double[]> inModelOrder(IntFunction<float[][]> rows) {
        List<double[]> all = new ArrayList<>();
        for (int p = 0; p < parameters.all().size(); p++) {
            double[] values = new double[model.allParameters().get(p).size()];
            parameters.all().get(p).toModelOrder(rows.apply(p), values);
            all.add(values);
        }
        return all;
    }

    /** Restores the state of an optimiser. */
    public void restore(OptimiserState state) {
        for (int p = 0; p < parameters.all().size(); p++) {
            if (state.first().size() != parameters.all().size()
                    || state.first().get(p).length
                            != model.allParameters().get(p).size()) {
                throw new IllegalArgumentException("the state of the optimiser does not fit the parameters");
            }
            parameters.all().get(p).fromModelOrder(state.first().get(p), optimiser.first(p));
            parameters.all().get(p).fromModelOrder(state.second().get(p), optimiser.second(p));
        }
        optimiser.setStep(state.step());
    }
}
