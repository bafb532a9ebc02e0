package ganglion.learning.stdp;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.stdp.StdpClassifier.StdpSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A layer of neurons that compete for the patterns they see, without labels: every input reaches every neuron through a synapse
 * that changes by spike timing, a spike inhibits all other neurons, a neuron that fires much is harder to fire the next time,
 * and the weights of each neuron are scaled to a common sum after each sample (after Diehl and Cook, "Unsupervised learning of
 * digit recognition using spike-timing-dependent plasticity", Frontiers in Computational Neuroscience 9:99, 2015; here neurons
 * inhibit each other directly, thresholds move between samples only, and weights change by the simulator's pair rule).
 *
 * <p>Each sample is one run of the simulator from rest. Everything follows from settings, seed and the samples presented, to the
 * last bit. Not thread safe.
 */
public final class StdpLayer {

    /** Name of the population that the spikes of samples come from. */
    public static final String INPUT = "input";

    private static final String LAYER = "layer";

    /** Ticks after the last step in which its spikes still reach the neurons, and theirs the synapses. */
    private static final int TICKS_AFTER = 3;

    private final int inputs;
    private final StdpSettings settings;
    private final double[] thresholds;

    /** Made on first use, as it takes far more memory than the file that describes it. */
    private DenseSynapses inhibition;

    /** Weight from input {@code i} to neuron {@code j} at {@code i * neurons + j}. */
    private double[] weights;

    private StdpLayer(int inputs, StdpSettings settings, double[] weights, double[] thresholds) {
        this.inputs = inputs;
        this.settings = settings;
        this.weights = weights;
        this.thresholds = thresholds;
    }

    /**
     * A fresh layer with random weights.
     *
     * @param inputs number of inputs, at least 1
     * @param seed of the weights
     */
    public StdpLayer(int inputs, StdpSettings settings, long seed) {
        this(inputs, settings, startingWeights(inputs, settings, seed), startingThresholds(settings));
        scaleWeights();
    }

    private static double[] startingWeights(int inputs, StdpSettings settings, long seed) {
        if (inputs < 1) {
            throw new IllegalArgumentException("a layer with " + inputs + " inputs, expected 1 or more");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[Math.multiplyExact(inputs, settings.neurons())];
        Arrays.setAll(weights, k -> random.nextDouble(0.5, 1));
        return weights;
    }

    private static double[] startingThresholds(StdpSettings settings) {
        double[] thresholds = new double[settings.neurons()];
        Arrays.fill(thresholds, settings.threshold());
        return thresholds;
    }

    /**
     * A layer that has learned before.
     *
     * @param weights from input {@code i} to neuron {@code j} at {@code i * neurons + j}; copied
     * @param thresholds one per neuron, above 0; copied
     * @throws IllegalArgumentException if a number is out of range, or there is another number of them
     */
    public static StdpLayer of(int inputs, StdpSettings settings, double[] weights, double[] thresholds) {
        int neurons = settings.neurons();
        if (inputs < 1 || weights.length != (long) inputs * neurons || thresholds.length != neurons) {
            throw new IllegalArgumentException("a layer of " + neurons + " neurons and " + inputs
                    + " inputs, of which there must be one or more, has " + weights.length + " weights and "
                    + thresholds.length + " thresholds");
        }
        double largest = settings.rule().largestWeight();
        if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0 && weight <= largest))) {
            throw new IllegalArgumentException("a weight is outside 0 to " + largest);
        }
        if (Arrays.stream(thresholds).anyMatch(threshold -> !(threshold > 0))) {
            throw new IllegalArgumentException("a threshold is not above 0");
        }
        return new StdpLayer(inputs, settings, weights.clone(), thresholds.clone());
    }

    private DenseSynapses inhibition() {
        if (inhibition == null) {
            int size = settings.neurons();
            double[] values = new double[size * size];
            Arrays.setAll(values, k -> k / size == k % size ? 0 : -settings.inhibition());
            inhibition = new DenseSynapses(size, size, values, 1);
        }
        return inhibition;
    }

    private void scaleWeights() {
        for (int j = 0; j < settings.neurons(); j++) {
            double sum = 0;
            for (int i = 0; i < inputs; i++) {
                sum += weights[i * settings.neurons() + j];
            }
            // A neuron that lost all its weights starts over with equal ones.
            double factor = sum > 0 ? settings.weightSum() / sum : 0;
            for (int i = 0; i < inputs; i++) {
                int k = i * settings.neurons() + j;
                double scaled = sum > 0 ? weights[k] * factor : settings.weightSum() / inputs;
                weights[k] = Math.min(scaled, settings.rule().largestWeight());
            }
        }
    }

    /** Number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** Number of neurons. */
    public int neurons() {
        return settings.neurons();
    }

    /** Its settings. */
    public StdpSettings settings() {
        return settings;
    }

    /** All weights, from input {@code i} to neuron {@code j} at {@code i * neurons + j}; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** Weights of a neuron, one per input; a copy. */
    public double[] weights(int neuron) {
        double[] own = new double[inputs];
        Arrays.setAll(own, i -> weights[i * settings.neurons() + neuron]);
        return own;
    }

    /** Present thresholds of all neurons; a copy. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    /** Present threshold of a neuron. */
    public double threshold(int neuron) {
        return thresholds[neuron];
    }

    /**
     * Shows a sample and learns from it.
     *
     * @return spikes of each neuron
     * @throws IllegalArgumentException if the sample has another number of inputs
     */
    public long[] present(SpikeInput sample) {
        SimulationResult result = run(sample, Optional.of(settings.rule()));
        weights = result.weights().get(0).byPosition().clone();
        scaleWeights();
        long[] spikes = count(result);
        for (int j = 0; j < spikes.length; j++) {
            double rise = (thresholds[j] - settings.threshold()) * settings.thresholdDecay();
            thresholds[j] = settings.threshold() + rise + settings.thresholdRise() * spikes[j];
        }
        return spikes;
    }

    /** Presents samples one after the other. */
    public void fit(List<SpikeInput> samples, int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            samples.forEach(this::present);
        }
    }

    /**
     * Shows a sample and changes nothing.
     *
     * @return spikes of each neuron
     * @throws IllegalArgumentException if the sample has another number of inputs
     */
    public long[] respond(SpikeInput sample) {
        return count(run(sample, Optional.empty()));
    }

    private SimulationResult run(SpikeInput sample, Optional<PairStdp> rule) {
        if (sample.size() != inputs) {
            throw new IllegalArgumentException("a sample has " + sample.size() + " inputs, the layer has " + inputs);
        }
        Network network = new Network(
                List.of(new Population(INPUT, inputs, new SpikeSource(sample.raster())), population()),
                projections(rule));
        return SequentialSimulation.run(network, Partition.whole(network), ticks(sample.steps()), List.of());
    }

    /** The neurons as the simulator runs them. */
    public Population population() {
        LifParameters membrane = LifParameters.of(NeuronValues.of(settings.beta()), NeuronValues.each(thresholds))
                .withReset(Reset.TO_VALUE, false);
        return new Population(LAYER, settings.neurons(), new Lif(membrane));
    }

    /** The present synapses, frozen: from the input, and between the neurons. */
    public List<Projection> projections() {
        return projections(Optional.empty());
    }

    private List<Projection> projections(Optional<PairStdp> rule) {
        DenseSynapses synapses = new DenseSynapses(inputs, settings.neurons(), weights.clone(), 1);
        return List.of(new Projection(INPUT, LAYER, synapses, rule), new Projection(LAYER, LAYER, inhibition()));
    }

    /** Ticks that a run takes for a sample of a given number of steps. */
    public static long ticks(int steps) {
        return steps + (long) TICKS_AFTER;
    }

    /** The spikes of the neurons for a sample, which changes nothing; those of step {@code t} come at tick {@code t + 1}. */
    public SpikeRaster spikes(SpikeInput sample) {
        return run(sample, Optional.empty()).spikesOf(LAYER);
    }

    private long[] count(SimulationResult result) {
        long[] spikes = new long[settings.neurons()];
        SpikeRaster raster = result.spikesOf(LAYER);
        for (int k = 0; k < raster.firstIndexAt(result.ticks()); k++) {
            spikes[raster.neuron(k)]++;
        }
        return spikes;
    }
}
