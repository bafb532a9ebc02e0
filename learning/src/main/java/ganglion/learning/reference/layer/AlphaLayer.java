package ganglion.learning.reference.layer;

import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import ganglion.learning.surrogate.Negligible;

/**
 * Alpha neurons: two currents of opposite sign make a response that rises and falls. Each step does
 *
 * <pre>
 *   e = alpha e + I;  h = beta h - I;  v = tau (e + h),  tau = ln alpha / (ln beta - ln alpha) + 1
 *   reset to zero: e, h and v times (1 - R)
 *   subtract:      e - threshold R, h (1 - R), v + h_before R   (as snnTorch computes it)
 * </pre>
 *
 * The decays are not learned; alpha must exceed beta, both within 0..1. Spikes may be graded.
 */
public final class AlphaLayer implements SpikingLayer {

    private final Neurons neurons;
    private final int size;
    private final double[] alpha;
    private final double[] beta;
    private final double[] threshold;
    private final double[] thresholdGradient;
    private final double[] spikeSize;
    private final double[] spikeSizeGradient;

    private Sequence membranes;
    private Sequence spikes;
    private Sequence excitation;
    private Sequence inhibition;
    private Sequence resets;
    /** 1 where a neuron fired, before grading. */
    private Sequence fired;

    /** @param parameters {@code alpha}, {@code beta}, {@code threshold}, and {@code graded_spikes_factor} if spikes are graded */
    public AlphaLayer(Neurons neurons, int size, LayerParameters parameters) {
        this.neurons = neurons;
        this.size = size;
        this.alpha = parameters.values("alpha");
        this.beta = parameters.values("beta");
        this.threshold = parameters.values("threshold");
        this.thresholdGradient = parameters.gradient("threshold");
        this.spikeSize = parameters.values("graded_spikes_factor", 1);
        this.spikeSizeGradient = parameters.gradient("graded_spikes_factor");
    }

    private static double of(double[] values, int neuron) {
        return values[values.length == 1 ? 0 : neuron];
    }

    private double tau(int neuron) {
        double logAlpha = Math.log(of(alpha, neuron));
        return logAlpha / (Math.log(of(beta, neuron)) - logAlpha) + 1;
    }

    @Override
    public NeuronTrace trace() {
        return new NeuronTrace(membranes, spikes, excitation, inhibition);
    }

    @Override
    public Sequence fired() {
        return fired;
    }

    @Override
    public Sequence forward(Sequence input, boolean training) {
        membranes = input.zerosOf(size);
        spikes = input.zerosOf(size);
        excitation = input.zerosOf(size);
        inhibition = input.zerosOf(size);
        resets = input.zerosOf(size);
        fired = input.zerosOf(size);
        int perStep = input.batch() * size;
        for (int k = 0; k < input.values().length; k++) {
            step(k, k >= perStep ? k - perStep : -1, input.values()[k]);
        }
        return spikes;
    }

    private void step(int k, int before, double input) {
        int i = k % size;
        double oldInhibition = before < 0 ? 0 : inhibition.values()[before];
        double rising =
                Negligible.cut(of(alpha, i) * (before < 0 ? 0 : excitation.values()[before]) + input);
        double falling = Negligible.cut(of(beta, i) * oldInhibition - input);
        double reset = before >= 0 && membranes.values()[before] > of(threshold, i) ? 1 : 0;
        double potential = tau(i) * (rising + falling);
        resets.values()[k] = reset;
        if (neurons.reset() == ResetRule.ZERO) {
            rising *= 1 - reset;
            falling *= 1 - reset;
            potential *= 1 - reset;
        } else if (neurons.reset() == ResetRule.SUBTRACT) {
            rising -= reset * of(threshold, i);
            falling *= 1 - reset;
            potential += reset * oldInhibition;
        }
        excitation.values()[k] = rising;
        inhibition.values()[k] = falling;
        membranes.values()[k] = potential;
        fired.values()[k] = potential > of(threshold, i) ? 1 : 0;
        spikes.values()[k] = fired.values()[k] * of(spikeSize, i);
    }

    @Override
    public Sequence backward(Sequence spikeGradient, Sequence membraneGradient, Sequence firingGradient) {
        Sequence back = spikes.zerosOf(size);
        int perStep = spikes.batch() * size;
        double[] toRising = new double[perStep];
        double[] toFalling = new double[perStep];
        for (int k = back.values().length - 1; k >= 0; k--) {
            int i = k % size;
            int c = k % perStep;
            int shared = threshold.length == 1 ? 0 : i;
            double distance = membranes.values()[k] - of(threshold, i);
            spikeSizeGradient[spikeSize.length == 1 ? 0 : i] += spikeGradient.values()[k] * fired.values()[k];
            double ofFiring = spikeGradient.values()[k] * of(spikeSize, i)
                    + firingGradient.values()[k];
            double decided = Negligible.cut(ofFiring * neurons.surrogate().derivative(distance));
            thresholdGradient[shared] -= decided;
            double membrane = membraneGradient.values()[k] + decided;
            double reset = resets.values()[k];
            double kept = neurons.reset() == ResetRule.NONE ? 1 : 1 - reset;
            boolean subtracts = neurons.reset() == ResetRule.SUBTRACT;
            thresholdGradient[shared] -= subtracts ? reset * toRising[c] : 0;
            double throughPotential = tau(i) * (subtracts ? membrane : kept * membrane);
            double rising = (subtracts ? 1 : kept) * toRising[c] + throughPotential;
            double falling = kept * toFalling[c] + throughPotential;
            back.values()[k] = rising - falling;
            toRising[c] = Negligible.cut(of(alpha, i) * rising);
            toFalling[c] = Negligible.cut(of(beta, i) * falling + (subtracts ? reset * membrane : 0));
        }
        return back;
    }
}
