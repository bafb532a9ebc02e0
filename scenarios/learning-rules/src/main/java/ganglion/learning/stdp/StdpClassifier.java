package ganglion.learning.stdp;

import ganglion.kernel.plasticity.PairStdp;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Classifies by a layer that was trained without labels: each neuron represents the class for which it fired most, on
 * average over the class, and a sample is of the class whose neurons fire most for it on average (Diehl and Cook 2015). Labels
 * serve to name what was learned, never to learn it.
 */
public final class StdpClassifier implements RuleClassifier {

    /** Represents no class. */
    public static final int NO_CLASS = -1;

    private final StdpLayer layer;
    private final List<String> classes;
    private final int[] classOfNeuron;

    private StdpClassifier(StdpLayer layer, List<String> classes, int[] classOfNeuron) {
        this.layer = layer;
        this.classes = classes;
        this.classOfNeuron = classOfNeuron;
    }

    /**
     * Trains a fresh layer on samples, and names its neurons.
     *
     * @param data samples of spikes, at least one
     * @param epochs how often it sees them, in their order
     * @param seed of the weights to start from
     * @throws IllegalArgumentException if there is no sample, or one holds numbers rather than spikes
     */
    public static StdpClassifier fit(LabelledSamples data, StdpSettings settings, int epochs, long seed) {
        if (data.samples().isEmpty()) {
            throw new IllegalArgumentException("there is no sample to learn from");
        }
        List<SpikeInput> inputs = new ArrayList<>();
        data.samples().forEach(sample -> inputs.add(spikes(sample.input())));
        StdpLayer layer = new StdpLayer(inputs.get(0).size(), settings, seed);
        layer.fit(inputs, epochs);
        return name(layer, data);
    }

    /**
     * A classifier that has learned before.
     *
     * @param classOfNeuron number of the class that each neuron represents, or {@link #NO_CLASS}; copied
     * @throws IllegalArgumentException if there are no classes, or not one such number for each neuron
     */
    public static StdpClassifier of(StdpLayer layer, List<String> classes, int[] classOfNeuron) {
        if (classes.isEmpty() || classOfNeuron.length != layer.neurons()) {
            throw new IllegalArgumentException(classes.size() + " classes and " + classOfNeuron.length
                    + " neurons that stand for them, expected 1 or more and " + layer.neurons());
        }
        for (int label : classOfNeuron) {
            if (label < NO_CLASS || label >= classes.size()) {
                throw new IllegalArgumentException(
                        "a neuron stands for class " + label + ", but there are " + classes.size() + " classes");
            }
        }
        return new StdpClassifier(layer, List.copyOf(classes), classOfNeuron.clone());
    }

    /** Names the neurons of a layer after classes. */
    public static StdpClassifier name(StdpLayer layer, LabelledSamples data) {
        int classCount = data.classes().size();
        double[][] sums = new double[classCount][layer.neurons()];
        int[] samples = new int[classCount];
        for (Sample sample : data.samples()) {
            long[] response = layer.respond(spikes(sample.input()));
            samples[sample.label()]++;
            for (int j = 0; j < response.length; j++) {
                sums[sample.label()][j] += response[j];
            }
        }
        int[] classOfNeuron = new int[layer.neurons()];
        for (int j = 0; j < classOfNeuron.length; j++) {
            classOfNeuron[j] = NO_CLASS;
            double most = 0;
            for (int c = 0; c < classCount; c++) {
                double mean = samples[c] == 0 ? 0 : sums[c][j] / samples[c];
                if (mean > most) {
                    most = mean;
                    classOfNeuron[j] = c;
                }
            }
        }
        return new StdpClassifier(layer, data.classes(), classOfNeuron);
    }

    private static SpikeInput spikes(SampleInput input) {
        if (input instanceof SpikeInput spikes) {
            return spikes;
        }
        throw new IllegalArgumentException("a sample holds numbers, expected spikes");
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int inputs() {
        return layer.inputs();
    }

    /** The layer. */
    public StdpLayer layer() {
        return layer;
    }

    /** Class that a neuron represents; -1 if it never fired when neurons were named. */
    public int classOf(int neuron) {
        return classOfNeuron[neuron];
    }

    /** Spikes that the neurons of each class fire for a sample, on average over them; 0 for a class without neurons. */
    public double[] scores(SampleInput input) {
        long[] response = layer.respond(spikes(input));
        double[] sums = new double[classes.size()];
        int[] neurons = new int[classes.size()];
        for (int j = 0; j < response.length; j++) {
            if (classOfNeuron[j] != NO_CLASS) {
                sums[classOfNeuron[j]] += response[j];
                neurons[classOfNeuron[j]]++;
            }
        }
        Arrays.setAll(sums, c -> neurons[c] == 0 ? 0 : sums[c] / neurons[c]);
        return sums;
    }

    /** The class of a sample, the first of equals. */
    public int predict(SampleInput input) {
        return decide(input).label();
    }

    /** The class of a sample, the first of equals, and the {@linkplain #scores scores}. */
    @Override
    public Decision decide(SampleInput input) {
        double[] scores = scores(input);
        int winner = 0;
        for (int c = 1; c < scores.length; c++) {
            winner = scores[c] > scores[winner] ? c : winner;
        }
        return new Decision(winner, scores);
    }

    /** What samples of the same classes are taken for. */
    public ConfusionMatrix evaluate(LabelledSamples data) {
        return data.judge(this::predict);
    }

    /**
     * Settings of a layer that learns by spike timing. Potentials, thresholds and weights share one unit, times are steps.
     *
     * @param neurons number of neurons, at least 1
     * @param beta share of a potential that is left after one step, 0 to 1
     * @param threshold potential at which a fresh neuron fires, above 0
     * @param inhibition by how much a spike pushes down the potentials of all other neurons, 0 or more
     * @param thresholdRise by how much a threshold rises after a presentation for each spike that its neuron fired, 0 or more
     * @param thresholdDecay share of all rises that is left after a further presentation, 0 to 1
     * @param weightSum what the weights of each neuron add up to after each presentation, above 0
     * @param rule how weights change
     */
    public record StdpSettings(
            int neurons,
            double beta,
            double threshold,
            double inhibition,
            double thresholdRise,
            double thresholdDecay,
            double weightSum,
            PairStdp rule) {

        private static final int MOST_NEURONS = 1 << 14;

        /** @throws IllegalArgumentException if a number is out of range */
        public StdpSettings {
            require(neurons >= 1 && neurons <= MOST_NEURONS, "number of neurons", neurons, "1 to " + MOST_NEURONS);
            require(beta >= 0 && beta <= 1, "beta", beta, "0 to 1");
            require(threshold > 0 && Double.isFinite(threshold), "threshold", threshold, "more than 0");
            require(inhibition >= 0 && Double.isFinite(inhibition), "inhibition", inhibition, "0 or more");
            require(thresholdRise >= 0 && Double.isFinite(thresholdRise), "threshold rise", thresholdRise, "0 or more");
            require(thresholdDecay >= 0 && thresholdDecay <= 1, "threshold decay", thresholdDecay, "0 to 1");
            require(weightSum > 0 && Double.isFinite(weightSum), "weight sum", weightSum, "more than 0");
        }

        private static void require(boolean met, String what, double found, String expected) {
            if (!met) {
                throw new IllegalArgumentException("the " + what + " is " + found + ", expected " + expected);
            }
        }
    }
}
