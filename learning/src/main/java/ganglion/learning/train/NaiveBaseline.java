package ganglion.learning.train;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.learning.train.Trainer.TrainingListener;
import ganglion.learning.train.TrainingPlan.ClassBalance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What can be told without a network and without time: logistic regression on the mean and the standard deviation of each input over
 * the steps of a sample. A network that is not better has found nothing in the course of its input. Numbers are standardised by the
 * training set; the weights are learned by AdamW. Immutable.
 */
public final class NaiveBaseline {

    /** What it is, in a few words. */
    public static final String DESCRIPTION = "logistic regression on mean and deviation of each input";

    private static final int EPOCHS = 100;
    private static final int BATCH = 32;
    private static final double LEARNING_RATE = 0.01;
    private static final double WEIGHT_DECAY = 0.01;

    /** Share of a mean below which a deviation is its rounding. */
    private static final double ROUNDING = 1e-9;

    private final Model model;
    private final Standard standard;

    private NaiveBaseline(Model model, Standard standard) {
        this.model = model;
        this.standard = standard;
    }

    /**
     * The numbers that samples are standardised by. The arrays are not copied.
     *
     * @param means of the mean and then of the deviation of each input, over the training set
     * @param deviations of the same; 0 of a number that never changes
     */
    public record Standard(double[] means, double[] deviations) {}

    /**
     * A baseline that was saved.
     *
     * @param weights of its classes, by class and number
     * @param biases by class
     */
    public static NaiveBaseline of(Standard standard, double[] weights, double[] biases) {
        Model model = untrained(standard.means.length, biases.length, 0);
        System.arraycopy(weights, 0, model.parameter(0, "weight").values(), 0, weights.length);
        System.arraycopy(biases, 0, model.parameter(0, "bias").values(), 0, biases.length);
        return new NaiveBaseline(model, standard);
    }

    private static Model untrained(int numbers, int classes, long seed) {
        return Model.create(LayerShape.of(numbers), List.of(new Dense(classes, true), Neurons.integrator(0)), seed);
    }

    /** What its inputs are standardised by. */
    public Standard standard() {
        return standard;
    }

    /** Its weights, by class and number. */
    public double[] weights() {
        return model.parameter(0, "weight").values();
    }

    /** Its biases, by class. */
    public double[] biases() {
        return model.parameter(0, "bias").values();
    }

    /** Number of inputs whose mean was 0 in every sample of the training set, as that of one that never spikes. */
    public int silentInputs() {
        return (int) IntStream.range(0, standard.means.length / 2)
                .filter(i -> standard.means[i] == 0 && standard.deviations[i] == 0)
                .count();
    }

    /**
     * Learns from a data set.
     *
     * @param training at least one sample
     * @param classes number of classes, at least 2
     * @param versions number of epochs of the training set whose changed samples are learned from, at least 1
     * @param balance of the classes
     * @param seed of the first weights and of the order of samples
     * @param stop asked after each epoch whether to end early
     */
    public static NaiveBaseline train(
            DataSet training,
            int classes,
            int versions,
            ClassBalance balance,
            long seed,
            TaskRunner runner,
            BooleanSupplier stop) {
        double[][] numbers = new double[versions * training.size()][];
        runner.run(numbers.length, number -> {
            Sample sample = training.sample(number % training.size(), number / training.size());
            numbers[number] = numbers(sample.input());
        });
        double[] means = new double[numbers[0].length];
        double[] deviations = new double[means.length];
        standard(numbers, means, deviations);
        List<Sample> samples = new ArrayList<>();
        for (int number = 0; number < numbers.length; number++) {
            samples.add(new Sample(
                    standardised(numbers[number], means, deviations), training.label(number % training.size())));
        }
        Model fresh = untrained(means.length, classes, seed);
        int epochs = Math.max(1, EPOCHS / versions);
        AdamRule usual = AdamRule.of(AdamRule.Variant.ADAMW, LEARNING_RATE);
        AdamRule decaying = new AdamRule(
                usual.variant(),
                usual.learningRate(),
                usual.beta1(),
                usual.beta2(),
                usual.epsilon(),
                WEIGHT_DECAY,
                usual.momentumDecay());
        TrainingPlan plan = TrainingPlan.of(
                        seed,
                        epochs,
                        BATCH,
                        new CrossEntropyMeanMembrane(),
                        new TrainingPlan.Descent(decaying, new Schedule.Cosine(epochs, 0), Double.POSITIVE_INFINITY))
                .withObjective(new TrainingPlan.Objective(new CrossEntropyMeanMembrane(), SpikePenalty.NONE, balance))
                .withRunner(runner);
        Trainer trainer = new Trainer(plan, DataSet.of(samples), DataSet.of(List.of()), new TrainingListener() {
            @Override
            public boolean stop() {
                return stop.getAsBoolean();
            }
        });
        return new NaiveBaseline(trainer.train(fresh).state().model(), new Standard(means, deviations));
    }

    /**
     * Decides the samples of a data set.
     *
     * @param samples at least one
     */
    public Evaluation evaluate(DataSet samples) {
        List<Sample> reduced = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            double[] numbers = numbers(samples.sample(i, 0).input());
            reduced.add(new Sample(standardised(numbers, standard.means, standard.deviations), samples.label(i)));
        }
        EvaluationStep step = new EvaluationStep(new CrossEntropyMeanMembrane(), ReadOut.MEAN_MEMBRANE);
        return Evaluator.evaluate(new ReferenceNetwork(model), DataSet.of(reduced), BATCH, step);
    }

    /** The mean of each input over the steps, and then the standard deviation of each. */
    static double[] numbers(SampleInput input) {
        int size = input.size();
        int steps = input.steps();
        double[] numbers = new double[2 * size];
        if (input instanceof SpikeInput spikes) {
            int[] counts = new int[size];
            for (int neuron : spikes.neurons()) {
                counts[neuron]++;
            }
            for (int i = 0; i < size; i++) {
                numbers[i] = (double) counts[i] / steps;
                numbers[size + i] = Math.sqrt((double) counts[i] * (steps - counts[i])) / steps;
            }
            return numbers;
        }
        double[] values = new double[steps];
        for (int i = 0; i < size; i++) {
            for (int step = 0; step < steps; step++) {
                values[step] = input.at(step, i);
            }
            numbers[i] = mean(values);
            numbers[size + i] = deviation(values, numbers[i]);
        }
        return numbers;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Exactly 0 for values that are all the same, whatever the rounding of their mean: a small one would blow up any change. */
    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return deviation > ROUNDING * Math.abs(mean) ? deviation : 0;
    }

    private static void standard(double[][] numbers, double[] means, double[] deviations) {
        double[] values = new double[numbers.length];
        for (int i = 0; i < means.length; i++) {
            for (int sample = 0; sample < numbers.length; sample++) {
                values[sample] = numbers[sample][i];
            }
            means[i] = mean(values);
            deviations[i] = deviation(values, means[i]);
        }
    }

    /** A number that is the same in all of the training set tells nothing, and becomes 0. */
    private static ConstantInput standardised(double[] numbers, double[] means, double[] deviations) {
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviations[i] == 0 ? 0 : (float) ((numbers[i] - means[i]) / deviations[i]);
        }
        return new ConstantInput(values, 1);
    }
}
