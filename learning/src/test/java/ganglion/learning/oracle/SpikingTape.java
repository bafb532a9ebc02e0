package ganglion.learning.oracle;

import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Span;
import ganglion.learning.surrogate.Negligible;
import ganglion.learning.surrogate.Surrogate;
import java.util.Arrays;

/** A layer of neurons on a tape, through all steps, samples and neurons. */
final class SpikingTape {

    private final Tape tape;
    private final LayerTape layer;
    private final FiringLayer neurons;
    private final int size;
    private final int zero;
    final int[] membranes;
    final int[] spikes;
    final int[] currents;
    /** The variable beside potential and spike: an adaptation, or a refractory term. */
    private final int[] adaptations;

    SpikingTape(LayerTape layer, FiringLayer neurons, int steps) {
        this.tape = layer.tape();
        this.layer = layer;
        this.neurons = neurons;
        this.size = layer.shape().size();
        this.zero = tape.leaf(0);
        this.membranes = new int[steps * rowSize()];
        this.spikes = membranes.clone();
        this.currents = membranes.clone();
        this.adaptations = membranes.clone();
    }

    /** Number of samples times number of neurons. */
    int rowSize() {
        return layer.batch() * size;
    }

    /** Spikes of a neuron for a sample. */
    double count(int sampleAndNeuron) {
        double count = 0;
        for (int k = sampleAndNeuron; k < spikes.length; k += rowSize()) {
            count += tape.at(spikes[k]);
        }
        return count;
    }

    int[] run(int[] input) {
        Step step = neurons instanceof Neurons own
                ? leaky(own)
                : neurons instanceof SeAdLifNeurons own ? adaptive(own) : balanced((BalancedNeurons) neurons);
        for (int k = 0; k < input.length; k++) {
            step.at(k, k - rowSize(), k % size, recurrent(input[k], k));
        }
        return spikes;
    }

    /** One step of one neuron: the places of now and of the step before, the neuron, and its input. */
    private interface Step {
        void at(int k, int before, int neuron, int input);
    }

    private int recurrent(int input, int k) {
        int[] weight = layer.of("recurrent_weight");
        int[] bias = layer.of("recurrent_bias");
        int first = k / size * size - rowSize();
        for (int j = 0; first >= 0 && j < weight.length / size; j++) {
            tape.sumProduct(weight[k % size * size + j], spikes[first + j]);
        }
        if (bias.length > 0) {
            tape.sumMultiple(1, bias[k % size]);
        }
        tape.sumMultiple(1, input);
        return tape.total();
    }

    private int old(int[] values, int before) {
        return before < 0 ? zero : values[before];
    }

    /** Numbers that decay end at zero. */
    private int cut(int number) {
        return tape.map(number, Negligible.cut(tape.at(number)), 1);
    }

    /** A spike, whose slope is that of a surrogate. */
    private int spike(int distance, Surrogate surrogate) {
        double x = tape.at(distance);
        return tape.map(distance, x > 0 ? 1 : 0, surrogate.derivative(x));
    }

    private static int own(int[] values, int neuron) {
        return values[values.length == 1 ? 0 : neuron];
    }

    /** Decays act within 0 to 1. */
    private int[] decays(String name) {
        return Arrays.stream(layer.of(name))
                .map(decay -> {
                    double value = tape.at(decay);
                    return tape.map(decay, Math.max(0, Math.min(1, value)), value >= 0 && value <= 1 ? 1 : 0);
                })
                .toArray();
    }

    private Step leaky(Neurons kind) {
        int[] alpha = decays("alpha");
        int[] beta = decays("beta");
        int[] thresholds = layer.of("threshold");
        return (k, before, neuron, input) -> {
            int threshold = own(thresholds, neuron);
            int old = old(membranes, before);
            currents[k] = kind.hasCurrent()
                    ? cut(tape.add(input, tape.times(own(alpha, neuron), old(currents, before))))
                    : input;
            double reset = before >= 0 && kind.fires() && tape.at(old) > tape.at(threshold) ? 1 : 0;
            boolean toZero = kind.reset() == ResetRule.ZERO;
            int kept = toZero && kind.zeroKeepsInput() ? tape.affine(1 - reset, old, 0) : old;
            int potential = cut(tape.add(tape.times(own(beta, neuron), kept), currents[k]));
            if (kind.reset() == ResetRule.SUBTRACT) {
                potential = tape.subtract(potential, tape.affine(reset, threshold, 0));
            } else if (toZero && !kind.zeroKeepsInput()) {
                potential = tape.affine(1 - reset, potential, 0);
            }
            spikes[k] = kind.fires() ? spike(tape.subtract(potential, threshold), kind.surrogate()) : zero;
            membranes[k] = potential;
            if (!kind.delayedReset() && kind.reset() != ResetRule.NONE) {
                int atOnce = tape.affine(1, spikes[k], -reset);
                membranes[k] = tape.subtract(potential, tape.times(atOnce, toZero ? potential : threshold));
            }
        };
    }

    private Step adaptive(SeAdLifNeurons kind) {
        int[] alpha = decays("tau_u_share", kind.tauU());
        int[] rho = decays("tau_w_share", kind.tauW());
        return (k, before, i, input) -> {
            int adapted = old(adaptations, before);
            int drive = tape.times(rest(alpha[i]), tape.subtract(input, adapted));
            int potential = cut(tape.add(tape.times(alpha[i], old(membranes, before)), drive));
            spikes[k] = spike(tape.affine(1, potential, -kind.threshold()), kind.surrogate());
            membranes[k] = tape.affine(1 - tape.at(spikes[k]), potential, 0);
            tape.sumProduct(layer.of("a")[i], membranes[k]);
            tape.sumProduct(layer.of("b")[i], spikes[k]);
            int target = tape.affine(kind.scale(), tape.total(), 0);
            int follows = tape.times(rest(rho[i]), target);
            adaptations[k] = cut(tape.add(tape.times(rho[i], adapted), follows));
        };
    }

    private int rest(int decay) {
        return tape.affine(-1, decay, 1);
    }

    /** {@code exp(-1 / tau)} of time constants by their share of a span. */
    private int[] decays(String name, Span span) {
        return Arrays.stream(layer.of(name))
                .map(share -> {
                    int tau = tape.affine(span.high() - span.low(), share, span.low());
                    double decay = Math.exp(-1 / tape.at(tau));
                    return tape.map(tau, decay, decay / (tape.at(tau) * tape.at(tau)));
                })
                .toArray();
    }

    private Step balanced(BalancedNeurons kind) {
        int[] offsets = layer.of("b_offset");
        return (k, before, i, input) -> {
            int turn = tape.affine(kind.step(), layer.of("omega")[i], 0);
            double cosine = Math.sqrt(1 - tape.at(turn) * tape.at(turn));
            int u = old(membranes, before);
            int v = old(currents, before);
            int q = old(adaptations, before);
            int damping = tape.affine(kind.step(), tape.add(offsets[i], q), 0);
            int r = tape.subtract(tape.map(turn, cosine, -tape.at(turn) / cosine), damping);
            tape.sumProduct(r, u);
            tape.sumMultiple(kind.step(), input);
            membranes[k] = cut(tape.subtract(tape.total(), tape.times(turn, v)));
            currents[k] = cut(tape.add(tape.times(turn, u), tape.times(r, v)));
            int distance = tape.subtract(tape.affine(1, membranes[k], -kind.threshold()), q);
            spikes[k] = spike(distance, kind.surrogate());
            adaptations[k] = tape.add(cut(tape.affine(kind.refractoryDecay(), q, 0)), spikes[k]);
        };
    }
}
