package ganglion.learning.dense;

import ganglion.learning.data.LabelledSamples;
import ganglion.learning.optimiser.AdamRule;
import ganglion.learning.optimiser.DoubleOptimiser;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SampleInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A network without spikes: dense layers with {@code max(0, x)} between them, the same at each step of a sample, whose outputs are
 * averaged over the steps. Trained with AdamW along half a cosine on the cross-entropy of the averages. Not thread safe while it learns.
 */
public final class DenseNetwork {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double LAST_RATE_SHARE = 0.02;

    private final List<DenseLayer> layers;

    private DenseNetwork(List<DenseLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * How a network is made and how it learns.
     *
     * @param hidden sizes of the hidden layers, in their order; may be none
     * @param epochs how often it sees all samples, at least 1
     * @param batch samples a step of the optimiser, at least 1
     * @param learningRate at first, more than 0
     * @param weightDecay share of the learning rate by which weights shrink, 0 or more
     */
    public record Settings(List<Integer> hidden, int epochs, int batch, double learningRate, double weightDecay) {

        /** @throws IllegalArgumentException if a number is out of range */
        public Settings {
            hidden = List.copyOf(hidden);
            boolean sized = hidden.stream().allMatch(size -> size >= 1);
            if (!sized || epochs < 1 || batch < 1 || !(learningRate > 0) || !(weightDecay >= 0)) {
                throw new IllegalArgumentException("hidden layers of " + hidden + ", " + epochs + " epochs, batches of "
                        + batch + ", a learning rate of " + learningRate + " and a weight decay of " + weightDecay
                        + ", expected 1 or more of each, a rate above 0 and no negative decay");
            }
        }
    }

    /**
     * Learns to tell the classes of samples apart.
     *
     * @param seed of the first weights and of the order of the samples
     * @throws IllegalArgumentException if there is no sample
     */
    public static DenseNetwork fit(LabelledSamples training, Settings settings, long seed) {
        if (training.samples().isEmpty()) {
            throw new IllegalArgumentException("there is no sample to learn from");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<DenseLayer> layers = new ArrayList<>();
        int from = training.samples().get(0).input().size();
        for (int size : settings.hidden()) {
            layers.add(DenseLayer.create(from, size, random));
            from = size;
        }
        layers.add(DenseLayer.create(from, training.classes().size(), random));
        DenseNetwork network = new DenseNetwork(layers);
        network.learn(training.samples(), settings, random.nextLong());
        return network;
    }

    private void learn(List<Sample> samples, Settings settings, long seed) {
        AdamRule rule = new AdamRule(
                AdamRule.Variant.ADAMW, settings.learningRate(), BETA1, BETA2, EPSILON, settings.weightDecay(), 0);
        List<double[]> parameters = new ArrayList<>();
        List<double[]> gradients = new ArrayList<>();
        for (DenseLayer layer : layers) {
            parameters.addAll(List.of(layer.weights(), layer.biases()));
            gradients.addAll(List.of(layer.weightGradient(), layer.biasGradient()));
        }
        DoubleOptimiser optimiser = new DoubleOptimiser(
                rule, parameters.stream().mapToInt(values -> values.length).toArray());
        Schedule schedule = new Schedule.Cosine(settings.epochs(), LAST_RATE_SHARE);
        List<Sample> order = new ArrayList<>(samples);
        Random random = new Random(seed);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (int first = 0; first < order.size(); first += settings.batch()) {
                List<Sample> batch = order.subList(first, Math.min(order.size(), first + settings.batch()));
                gradients.forEach(values -> Arrays.fill(values, 0));
                batch.forEach(sample -> addGradient(sample, batch.size()));
                optimiser.step(parameters, gradients, settings.learningRate() * schedule.factor(epoch));
            }
        }
    }

    private void addGradient(Sample sample, int batchSize) {
        SampleInput input = sample.input();
        double[][][] seen = new double[input.steps()][][];
        double[] slope = new double[layers.get(layers.size() - 1).outputs()];
        for (int t = 0; t < seen.length; t++) {
            seen[t] = activations(row(input, t));
            add(slope, seen[t][layers.size()], seen.length);
        }
        toSlopesOfLoss(slope, sample.label(), (double) batchSize * seen.length);
        for (double[][] step : seen) {
            backward(step, slope);
        }
    }

    /** From mean outputs to what the outputs of a step add to the loss: softmax less the label, as a share. */
    private static void toSlopesOfLoss(double[] outputs, int label, double shares) {
        double largest = Arrays.stream(outputs).max().orElseThrow();
        double sum = 0;
        for (int c = 0; c < outputs.length; c++) {
            outputs[c] = Math.exp(outputs[c] - largest);
            sum += outputs[c];
        }
        for (int c = 0; c < outputs.length; c++) {
            outputs[c] = (outputs[c] / sum - (c == label ? 1 : 0)) / shares;
        }
    }

    private void backward(double[][] step, double[] outputSlope) {
        double[] slope = outputSlope;
        for (int k = layers.size() - 1; k >= 0; k--) {
            layers.get(k).addGradient(step[k], slope);
            if (k > 0) {
                slope = layers.get(k).backward(slope);
                for (int i = 0; i < slope.length; i++) {
                    slope[i] = step[k][i] > 0 ? slope[i] : 0;
                }
            }
        }
    }

    /** The input of each layer at a step, and after them the outputs. */
    private double[][] activations(double[] input) {
        double[][] seen = new double[layers.size() + 1][];
        seen[0] = input;
        for (int k = 0; k < layers.size(); k++) {
            seen[k + 1] = layers.get(k).apply(seen[k]);
            for (int i = 0; k < layers.size() - 1 && i < seen[k + 1].length; i++) {
                seen[k + 1][i] = Math.max(0, seen[k + 1][i]);
            }
        }
        return seen;
    }

    private static double[] row(SampleInput input, int step) {
        double[] row = new double[input.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = input.at(step, i);
        }
        return row;
    }

    private static void add(double[] sum, double[] values, int shares) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += values[c] / shares;
        }
    }

    /** Outputs for each class, averaged over the steps. */
    public double[] scores(SampleInput input) {
        double[] mean = new double[layers.get(layers.size() - 1).outputs()];
        for (int t = 0; t < input.steps(); t++) {
            add(mean, activations(row(input, t))[layers.size()], input.steps());
        }
        return mean;
    }

    /** Number of the class that an input is taken for: the first of the highest score. */
    public int predict(SampleInput input) {
        double[] scores = scores(input);
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    /**
     * The same network in whole numbers: weights of a layer on a grid as fine as its largest weight allows, and what goes into a layer
     * on a grid as fine as the largest number allows that goes into it on the training set; larger ones are cut. Sums are exact.
     *
     * @param bits of a number with its sign, 2 to 24
     */
    public DenseNetwork rounded(int bits, LabelledSamples training) {
        if (bits < 2 || bits > 24) {
            throw new IllegalArgumentException("found " + bits + " bits of a number, expected 2 to 24");
        }
        double[] largest = new double[layers.size()];
        for (Sample sample : training.samples()) {
            for (int t = 0; t < sample.input().steps(); t++) {
                double[][] seen = activations(row(sample.input(), t));
                for (int k = 0; k < largest.length; k++) {
                    largest[k] = Math.max(
                            largest[k],
                            Arrays.stream(seen[k]).map(Math::abs).max().orElse(0));
                }
            }
        }
        List<DenseLayer> grid = new ArrayList<>();
        for (int k = 0; k < largest.length; k++) {
            grid.add(layers.get(k).rounded((1 << bits - 1) - 1, largest[k]));
        }
        return new DenseNetwork(grid);
    }

    /** Sizes of all layers, from the inputs to the outputs. */
    public List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(List.of(layers.get(0).inputs()));
        layers.forEach(layer -> sizes.add(layer.outputs()));
        return sizes;
    }
}
