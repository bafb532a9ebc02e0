package ganglion.learning.reference.layer;

import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.reference.layer.SpikingLayer.NeuronCarry;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import ganglion.learning.surrogate.Negligible;

/** Leaky and synaptic neurons, recurrent or not, and the leaky integrator. */
public final class NeuronLayer implements SpikingLayer {

    private final Neurons neurons;
    private final int size;
    private final ClampedDecay alpha;
    private final ClampedDecay beta;
    private final double[] threshold;
    private final double[] thresholdGradient;
    private final RecurrentInput recurrent;

    private Sequence membranes;
    private Sequence spikes;
    private Sequence currents;
    /** Potentials at which the spikes are decided: those recorded, unless the reset acts at once. */
    private Sequence deciding;
    /** 1 where the reset of the step before acts. */
    private Sequence resets;

    /** @param parameters as {@link Neurons#parameterShapes} lists them */
    public NeuronLayer(Neurons neurons, int size, LayerParameters parameters) {
        this.neurons = neurons;
        this.size = size;
        this.alpha = new ClampedDecay(parameters.values("alpha", 0), parameters.gradient("alpha"));
        this.beta = new ClampedDecay(parameters.values("beta"), parameters.gradient("beta"));
        this.threshold = parameters.values("threshold");
        this.thresholdGradient = parameters.gradient("threshold");
        this.recurrent = new RecurrentInput(neurons, size, parameters);
    }

    @Override
    public NeuronTrace trace() {
        return new NeuronTrace(membranes, spikes, neurons.hasCurrent() ? currents : null);
    }

    @Override
    public Sequence forward(Sequence input, boolean training) {
        membranes = input.zerosOf(size);
        spikes = input.zerosOf(size);
        currents = input.zerosOf(size);
        deciding = input.zerosOf(size);
        resets = input.zerosOf(size);
        double[] drive = new double[size];
        for (int t = 0; t < input.steps(); t++) {
            for (int b = 0; b < input.batch(); b++) {
                System.arraycopy(input.values(), input.row(t, b), drive, 0, size);
                recurrent.addTo(drive, spikes, t, b);
                integrate(t, b, drive);
                fire(t, b);
            }
        }
        return spikes;
    }

    private double threshold(int neuron) {
        return threshold[threshold.length == 1 ? 0 : neuron];
    }

    private void integrate(int t, int b, double[] drive) {
        int now = membranes.row(t, b);
        int before = t > 0 ? membranes.row(t - 1, b) : -1;
        for (int i = 0; i < size; i++) {
            double old = t > 0 ? membranes.values()[before + i] : 0;
            double input = drive[i];
            if (neurons.hasCurrent()) {
                input = Negligible.cut(input + (t > 0 ? alpha.at(i) * currents.values()[before + i] : 0));
                currents.values()[now + i] = input;
            }
            boolean over = t > 0 && neurons.fires() && old > threshold(i);
            double reset = over ? 1 : 0;
            resets.values()[now + i] = reset;
            double kept = neurons.reset() == ResetRule.ZERO && neurons.zeroKeepsInput() ? (1 - reset) * old : old;
            double leaked = Negligible.cut(beta.at(i) * kept + input);
            deciding.values()[now + i] = switch (neurons.reset()) {
                case SUBTRACT -> leaked - reset * threshold(i);
                case ZERO -> neurons.zeroKeepsInput() ? leaked : (1 - reset) * leaked;
                case NONE -> leaked;
            };
        }
    }

    private void fire(int t, int b) {
        int now = membranes.row(t, b);
        for (int i = 0; i < size; i++) {
            int k = now + i;
            double potential = deciding.values()[k];
            spikes.values()[k] = neurons.fires() && potential > threshold(i) ? 1 : 0;
            membranes.values()[k] = potential - resetAtOnce(k) * resetSize(potential, i);
        }
    }

    /** Share of the reset that acts at once: -1 undoes a reset of the step before, as snnTorch does. */
    private double resetAtOnce(int k) {
        return neurons.delayedReset() ? 0 : spikes.values()[k] - resets.values()[k];
    }

    private double resetSize(double potential, int neuron) {
        return switch (neurons.reset()) {
            case SUBTRACT -> threshold(neuron);
            case ZERO -> potential;
            case NONE -> 0;
        };
    }

    @Override
    public Sequence backward(Sequence spikeGradient, Sequence membraneGradient) {
        Sequence back = spikes.zerosOf(size);
        Sequence returned = spikes.zerosOf(size);
        NeuronCarry carry = new NeuronCarry(spikes.batch() * size);
        for (int t = spikes.steps() - 1; t >= 0; t--) {
            for (int b = 0; b < spikes.batch(); b++) {
                int now = spikes.row(t, b);
                for (int i = 0; i < size; i++) {
                    double spike = spikeGradient.values()[now + i] + returned.values()[now + i];
                    double membrane = membraneGradient.values()[now + i];
                    back.values()[now + i] = backwardStep(t, now + i, i, carry, b * size + i, spike, membrane);
                }
                recurrent.backward(back, spikes, returned, t, b);
            }
        }
        return back;
    }

    /** Gradient with respect to the input of one neuron at one step. */
    private double backwardStep(
            int t, int k, int neuron, NeuronCarry carry, int c, double spikeGradient, double membraneGradient) {
        int shared = threshold.length == 1 ? 0 : neuron;
        double membrane = membraneGradient + carry.membrane[c];
        double spike = spikeGradient;
        double potential = deciding.values()[k];
        double atOnce = resetAtOnce(k);
        double deciderGradient = membrane;
        if (!neurons.delayedReset()) {
            spike -= resetSize(potential, neuron) * membrane;
            if (neurons.reset() == ResetRule.SUBTRACT) {
                thresholdGradient[shared] -= atOnce * membrane;
            } else if (neurons.reset() == ResetRule.ZERO) {
                deciderGradient = (1 - atOnce) * membrane;
            }
        }
        double surrogate = neurons.fires()
                ? Negligible.cut(neurons.surrogate().derivative(potential - threshold(neuron)) * spike)
                : 0;
        thresholdGradient[shared] -= surrogate;
        return throughIntegration(t, k, neuron, carry, c, deciderGradient + surrogate);
    }

    private double throughIntegration(int t, int k, int neuron, NeuronCarry carry, int c, double gradient) {
        int before = k - spikes.batch() * size;
        double old = t > 0 ? membranes.values()[before] : 0;
        double kept = 1 - resets.values()[k];
        double throughOld = gradient;
        double throughInput = gradient;
        if (neurons.reset() == ResetRule.SUBTRACT) {
            thresholdGradient[threshold.length == 1 ? 0 : neuron] -= resets.values()[k] * gradient;
        } else if (neurons.reset() == ResetRule.ZERO) {
            throughOld = kept * gradient;
            throughInput = neurons.zeroKeepsInput() ? gradient : kept * gradient;
        }
        beta.addGradient(neuron, old * throughOld);
        carry.membrane[c] = Negligible.cut(beta.at(neuron) * throughOld);
        if (!neurons.hasCurrent()) {
            return throughInput;
        }
        double current = carry.current[c] + throughInput;
        alpha.addGradient(neuron, t > 0 ? currents.values()[before] * current : 0);
        carry.current[c] = Negligible.cut(alpha.at(neuron) * current);
        return current;
    }

    /** A decay that is learned freely and clamped to 0..1 where it is used, one for all neurons or one each. */
    static final class ClampedDecay {

        private final double[] values;
        private final double[] gradient;

        ClampedDecay(double[] values, double[] gradient) {
            this.values = values;
            this.gradient = gradient;
        }

        private int index(int neuron) {
            return values.length == 1 ? 0 : neuron;
        }

        double at(int neuron) {
            return Math.max(0, Math.min(1, values[index(neuron)]));
        }

        /** Adds to the gradient; the clamp passes it on where the value is within 0..1, both ends included. */
        void addGradient(int neuron, double amount) {
            double value = values[index(neuron)];
            if (value >= 0 && value <= 1) {
                gradient[index(neuron)] += amount;
            }
        }
    }
}
