package ganglion.learning.tempotron;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.learning.sample.SpikeInput;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A neuron that learns to fire for some spike patterns and to stay silent for others. Its potential is {@code V(t) = sum_i w_i
 * sum_k K(t - t_ik)} with {@code K(s) = V0 (exp(-s/tau) - exp(-s/tau_s))} for {@code s >= 0}, scaled to a peak of 1. After an error
 * each weight changes by {@code +-rate sum_k K(t_max - t_ik)}, over its spikes up to the time {@code t_max} of the highest
 * potential (Guetig and Sompolinsky, "The tempotron", Nature Neuroscience 9(3), 2006, with its momentum heuristic).
 *
 * <p>Times are steps. Not thread safe.
 */
public final class Tempotron {

    private final double[] weights;
    private final double[] lastChange;
    private final Settings settings;
    private final double membraneDecay;
    private final double synapseDecay;
    private final double scale;

    /**
     * Settings of a tempotron.
     *
     * @param tauSteps time constant of the membrane, above that of the synapses
     * @param tauSynapseSteps time constant of the synapses, above 0
     * @param threshold potential at which it fires, above 0
     * @param learningRate size of a change, above 0
     * @param momentum momentum: share of the last change that is repeated, 0 or more and below 1
     */
    public record Settings(
            double tauSteps, double tauSynapseSteps, double threshold, double learningRate, double momentum) {

        /** @throws IllegalArgumentException if a number is out of range */
        public Settings {
            if (!(tauSynapseSteps > 0 && tauSteps > tauSynapseSteps)) {
                throw new IllegalArgumentException("time constants of " + tauSteps + " and " + tauSynapseSteps
                        + " steps, expected that of the membrane above that of the synapses, and both above 0");
            }
            if (!(threshold > 0 && learningRate > 0 && momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("a tempotron with threshold " + threshold + ", learning rate "
                        + learningRate + " and momentum " + momentum
                        + ", expected more than 0, more than 0, and 0 or more and below 1");
            }
        }

        /** A membrane four times as slow as the synapses, as in the paper. */
        public static Settings of(double tauSteps, double learningRate) {
            return new Settings(tauSteps, tauSteps / 4, 1, learningRate, 0.99);
        }
    }

    /** Response of the neuron to a pattern. */
    private record Response(double highest, int step) {}

    /**
     * One that has learned nothing.
     *
     * @param inputs number of inputs
     * @param seed of the weights to start from
     */
    public Tempotron(int inputs, Settings settings, long seed) {
        this(inputs, settings, startingWeights(inputs, settings, seed));
    }

    /**
     * One that has learned before.
     *
     * @param weights one per input; copied
     * @throws IllegalArgumentException if there is another number of weights
     */
    public Tempotron(int inputs, Settings settings, double[] weights) {
        if (weights.length != inputs) {
            throw new IllegalArgumentException(weights.length + " weights of a tempotron with " + inputs + " inputs");
        }
        this.settings = settings;
        this.weights = weights.clone();
        this.lastChange = new double[inputs];
        this.membraneDecay = Math.exp(-1 / settings.tauSteps());
        this.synapseDecay = Math.exp(-1 / settings.tauSynapseSteps());
        double ratio = settings.tauSteps() / settings.tauSynapseSteps();
        double peakTime = settings.tauSteps() * Math.log(ratio) / (ratio - 1);
        this.scale = 1 / (Math.exp(-peakTime / settings.tauSteps()) - Math.exp(-peakTime / settings.tauSynapseSteps()));
    }

    private static double[] startingWeights(int inputs, Settings settings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            weights[i] = random.nextDouble(-1, 1) * settings.threshold() / Math.sqrt(inputs);
        }
        return weights;
    }

    /** Its settings. */
    public Settings settings() {
        return settings;
    }

    /** The weights, one per input; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /** Response to one input spike, by the number of steps after it. */
    public double kernel(int steps) {
        return steps < 0 ? 0 : scale * (Math.pow(membraneDecay, steps) - Math.pow(synapseDecay, steps));
    }

    /** Whether the neuron fires for a pattern. */
    public boolean fires(SpikeInput pattern) {
        return respond(pattern).highest >= settings.threshold();
    }

    /** The highest potential that the neuron reaches for a pattern, if it were not to fire. */
    public double highestPotential(SpikeInput pattern) {
        return respond(pattern).highest;
    }

    private Response respond(SpikeInput pattern) {
        double[] potentials = potentials(pattern);
        int step = 0;
        for (int t = 1; t < potentials.length; t++) {
            step = potentials[t] > potentials[step] ? t : step;
        }
        return new Response(potentials[step], step);
    }

    /** The potential at each step of a pattern, if the neuron were not to fire. */
    public double[] potentials(SpikeInput pattern) {
        double[] potentials = new double[pattern.steps()];
        double slow = 0;
        double fast = 0;
        for (int t = 0; t < potentials.length; t++) {
            slow *= membraneDecay;
            fast *= synapseDecay;
            for (int k = pattern.starts()[t]; k < pattern.starts()[t + 1]; k++) {
                slow += weights[pattern.neurons()[k]];
                fast += weights[pattern.neurons()[k]];
            }
            potentials[t] = scale * (slow - fast);
        }
        return potentials;
    }

    /**
     * The neuron as the simulator runs it, never reset, so that it fires at each step at which its potential is at the threshold or
     * above. Its weights are those of the synapses that lead to it. The kernel is a difference of exponentials, which a membrane makes of a
     * current that decays: {@code v <- b v + g I; I <- s I + x} gives {@code v = g (b^t - s^t) / (b - s)} for a spike at 0.
     */
    public static NeuronModel neuron(Settings settings) {
        Tempotron any = new Tempotron(1, settings, new double[1]);
        LifParameters membrane = LifParameters.of(
                        NeuronValues.of(any.membraneDecay), NeuronValues.of(settings.threshold()))
                .withReset(Reset.NONE, false);
        double gain = any.scale * (any.membraneDecay - any.synapseDecay);
        SynapticCurrent current = new SynapticCurrent(NeuronValues.of(any.synapseDecay), NeuronValues.of(gain));
        return new SynapticLif(membrane, List.of(current), SynapticOrder.POTENTIAL_FIRST);
    }

    /**
     * Shows a pattern, and learns if the neuron is wrong.
     *
     * @param target whether the neuron is to fire
     * @return whether it was right
     */
    public boolean learn(SpikeInput pattern, boolean target) {
        return learn(pattern, target, 0);
    }

    /**
     * Shows a pattern, and learns if the neuron is wrong, or right by less than a margin: the maximum-margin tempotron of Wu
     * et al., Frontiers in Neuroscience 12:836, 2018.
     *
     * @param target whether the neuron is to fire
     * @param margin by which the highest potential is to exceed the threshold, or to stay below it; 0 or more
     * @return whether it was right by the margin
     */
    public boolean learn(SpikeInput pattern, boolean target, double margin) {
        Response response = respond(pattern);
        double limit = target ? settings.threshold() + margin : settings.threshold() - margin;
        if (response.highest >= limit == target) {
            return true;
        }
        double[] change = new double[weights.length];
        for (int t = 0; t <= response.step; t++) {
            for (int k = pattern.starts()[t]; k < pattern.starts()[t + 1]; k++) {
                change[pattern.neurons()[k]] += kernel(response.step - t);
            }
        }
        double rate = target ? settings.learningRate() : -settings.learningRate();
        for (int i = 0; i < weights.length; i++) {
            change[i] = rate * change[i] + settings.momentum() * lastChange[i];
            weights[i] += change[i];
        }
        System.arraycopy(change, 0, lastChange, 0, change.length);
        return false;
    }
}
