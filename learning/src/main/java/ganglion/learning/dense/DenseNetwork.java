package ganglion.learning.dense;

import ganglion.learning.data.LabelledSamples;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.DoubleOptimiser;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.reference.layer.LayerChain;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.LinearLayer;
import ganglion.learning.reference.layer.ReferenceLayer.GridLayer;
import ganglion.learning.reference.layer.ReferenceLayer.RectifierLayer;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
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

    private final List<DenseWeights> weights;
    private final LayerChain layers = new LayerChain();

    /** Layers of the chain per layer of weights. */
    private final int stride;

    /** @param grids to which the input of each layer is rounded; none for no rounding */
    private DenseNetwork(List<DenseWeights> weights, List<GridLayer> grids) {
        this.weights = List.copyOf(weights);
        this.stride = grids.isEmpty() ? 2 : 3;
        for (int k = 0; k < weights.size(); k++) {
            if (k > 0) {
                layers.add(new RectifierLayer());
            }
            if (!grids.isEmpty()) {
                layers.add(grids.get(k));
            }
            weights.get(k).addTo(layers);
        }
    }

    /**
     * Size of a network and how it is trained.
     *
     * @param hidden sizes of the hidden layers, in their order; may be none
     * @param epochs how often it sees all samples, at least 1
     * @param batch samples per step of the optimiser, at least 1
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
     * Trains a network to classify samples.
     *
     * @param seed of the first weights and of the order of the samples
     * @throws IllegalArgumentException if there is no sample
     */
    public static DenseNetwork fit(LabelledSamples training, Settings settings, long seed) {
        if (training.samples().isEmpty()) {
            throw new IllegalArgumentException("there is no sample to learn from");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<DenseWeights> weights = new ArrayList<>();
        int from = training.samples().get(0).input().size();
        for (int size : settings.hidden()) {
            weights.add(DenseWeights.create(from, size, random));
            from = size;
        }
        weights.add(DenseWeights.create(from, training.classes().size(), random));
        DenseNetwork network = new DenseNetwork(weights, List.of());
        network.learn(training.samples(), settings, random.nextLong());
        return network;
    }

    private void learn(List<Sample> samples, Settings settings, long seed) {
        AdamRule rule = new AdamRule(
                AdamRule.Variant.ADAMW, settings.learningRate(), BETA1, BETA2, EPSILON, settings.weightDecay(), 0);
        List<double[]> parameters = layers.values();
        DoubleOptimiser optimiser = new DoubleOptimiser(
                rule, parameters.stream().mapToInt(values -> values.length).toArray());
        Schedule schedule = new Schedule.Cosine(settings.epochs(), LAST_RATE_SHARE);
        List<Sample> order = new ArrayList<>(samples);
        Random random = new Random(seed);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (int first = 0; first < order.size(); first += settings.batch()) {
                List<Sample> batch = order.subList(first, Math.min(order.size(), first + settings.batch()));
                layers.clearGradients();
                batch.forEach(sample -> addGradients(sample, batch.size()));
                optimiser.step(parameters, layers.gradients(), settings.learningRate() * schedule.factor(epoch));
            }
        }
    }

    private void addGradients(Sample sample, int batchSize) {
        Sequence output = layers.forward(sequence(sample.input()), true);
        double[] slope = mean(output);
        toSlopesOfLoss(slope, sample.label(), (double) batchSize * output.steps());
        Sequence gradient = Sequence.zeros(output.steps(), 1, output.size());
        for (int t = 0; t < output.steps(); t++) {
            System.arraycopy(slope, 0, gradient.values(), gradient.row(t, 0), slope.length);
        }
        layers.addGradients(gradient);
    }

    private static Sequence sequence(SampleInput input) {
        Sequence sequence = Sequence.zeros(input.steps(), 1, input.size());
        for (int t = 0; t < input.steps(); t++) {
            for (int i = 0; i < input.size(); i++) {
                sequence.values()[sequence.row(t, 0) + i] = input.at(t, i);
            }
        }
        return sequence;
    }

    private static double[] mean(Sequence outputs) {
        double[] mean = new double[outputs.size()];
        for (int t = 0; t < outputs.steps(); t++) {
            for (int c = 0; c < mean.length; c++) {
                mean[c] += outputs.at(t, 0, c) / outputs.steps();
            }
        }
        return mean;
    }

    /** From mean outputs to the gradient with respect to the outputs of one step: softmax minus the label, as a share. */
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

    /** Outputs for each class, averaged over the steps. */
    public double[] scores(SampleInput input) {
        return mean(layers.forward(sequence(input), false));
    }

    /** Number of the class that an input is assigned to: the first of the highest score. */
    public int predict(SampleInput input) {
        double[] scores = scores(input);
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    /**
     * The same network in whole numbers: weights of a layer on a grid as fine as its largest weight allows, and the inputs of a layer
     * on a grid as fine as their largest magnitude on the training set allows; larger inputs are clipped. Sums are exact.
     *
     * @param bits of a number with its sign, 2 to 24
     */
    public DenseNetwork rounded(int bits, LabelledSamples training) {
        if (bits < 2 || bits > 24) {
            throw new IllegalArgumentException("found " + bits + " bits of a number, expected 2 to 24");
        }
        double[] largest = new double[weights.size()];
        for (Sample sample : training.samples()) {
            List<Sequence> seen = layers.activations(sequence(sample.input()), false);
            for (int k = 0; k < largest.length; k++) {
                largest[k] = Math.max(
                        largest[k],
                        DenseWeights.largestMagnitude(seen.get(stride * k).values()));
            }
        }
        int levels = (1 << bits - 1) - 1;
        List<GridLayer> grids = Arrays.stream(largest)
                .mapToObj(magnitude -> new GridLayer(magnitude / levels, magnitude))
                .toList();
        return new DenseNetwork(
                weights.stream().map(layer -> layer.rounded(levels)).toList(), grids);
    }

    /** Sizes of all layers, from the inputs to the outputs. */
    public List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(List.of(weights.get(0).inputs()));
        weights.forEach(layer -> sizes.add(layer.outputs()));
        return sizes;
    }

    /** The numbers of one dense layer: a row of weights per output, and a bias per output. */
    record DenseWeights(Parameter weight, Parameter bias) {

        private static DenseWeights of(int inputs, double[] weights, double[] biases) {
            return new DenseWeights(
                    new Parameter("weight", new int[] {biases.length, inputs}, true, weights),
                    new Parameter("bias", new int[] {biases.length}, true, biases));
        }

        /** Weights and biases uniform within {@code +-1/sqrt(inputs)}, PyTorch's default. */
        static DenseWeights create(int inputs, int outputs, SplittableRandom random) {
            double bound = 1 / Math.sqrt(inputs);
            return of(
                    inputs,
                    random.doubles((long) inputs * outputs, -bound, bound).toArray(),
                    random.doubles(outputs, -bound, bound).toArray());
        }

        int inputs() {
            return weight.shape()[1];
        }

        int outputs() {
            return bias.size();
        }

        /** Adds a layer that computes with these numbers, and trains them. */
        void addTo(LayerChain chain) {
            LayerParameters parameters = new LayerParameters(List.of(weight, bias));
            chain.add(new LinearLayer(outputs(), parameters), parameters);
        }

        /** The same with weights rounded to a grid of {@code levels} values on either side of 0. */
        DenseWeights rounded(int levels) {
            double[] grid = weight.values().clone();
            double step = largestMagnitude(grid) / levels;
            for (int i = 0; i < grid.length && step > 0; i++) {
                grid[i] = step * Math.rint(grid[i] / step);
            }
            return of(inputs(), grid, bias.values().clone());
        }

        /** Largest magnitude of some values; 0 for none. */
        static double largestMagnitude(double[] values) {
            double largest = 0;
            for (double value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            return largest;
        }
    }
}
