package ganglion.learning.reference.layer;

import ganglion.learning.model.neuron.BalancedNeurons;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Balanced resonate-and-fire neurons; {@link BalancedNeurons} has the equations. */
public final class BalancedLayer implements SpikingLayer {

    private final BalancedNeurons neurons;
    private final int size;
    private final DoubleUnaryOperator firing;
    private final RecurrentInput recurrent;
    private final double[] omega;
    private final double[] offset;
    private final double[] omegaGradient;
    private final double[] offsetGradient;
    private final double[] silence;
    /** What the latest forward pass turned by, and kept. */
    private final double[] turn;

    private final double[] keep;
    /** Gradients with respect to them. */
    private final double[] turnGradient;

    private final double[] keepGradient;

    private Sequence membranes;
    private Sequence spikes;
    private Sequence imaginary;
    private Sequence refractory;

    /** @param parameters as {@link BalancedNeurons#parameterShapes} lists them */
    public BalancedLayer(BalancedNeurons neurons, int size, LayerParameters parameters) {
        this(neurons, size, parameters, distance -> distance > 0 ? 1 : 0);
    }

    /** @param firing the spike at a distance from the threshold; tests take a smooth one, whose slopes can be measured */
    BalancedLayer(BalancedNeurons neurons, int size, LayerParameters parameters, DoubleUnaryOperator firing) {
        this.neurons = neurons;
        this.size = size;
        this.firing = firing;
        this.recurrent = new RecurrentInput(neurons.recurrence(), size, parameters);
        this.omega = parameters.values("omega");
        this.offset = parameters.values("b_offset");
        this.omegaGradient = parameters.gradient("omega");
        this.offsetGradient = parameters.gradient("b_offset");
        this.silence = new double[size];
        this.turn = new double[size];
        this.keep = new double[size];
        this.turnGradient = new double[size];
        this.keepGradient = new double[size];
    }

    @Override
    public NeuronTrace trace() {
        return new NeuronTrace(membranes, spikes, null, null);
    }

    @Override
    public Sequence forward(Sequence input, boolean training) {
        membranes = input.zerosOf(size);
        spikes = input.zerosOf(size);
        imaginary = input.zerosOf(size);
        refractory = input.zerosOf(size);
        Arrays.setAll(turn, i -> neurons.turn(omega[i]));
        Arrays.setAll(keep, i -> neurons.keep(omega[i], offset[i]));
        double[] drive = new double[size];
        for (int t = 0; t < input.steps(); t++) {
            for (int sample = 0; sample < input.batch(); sample++) {
                System.arraycopy(input.values(), input.row(t, sample), drive, 0, size);
                recurrent.addTo(drive, t > 0 ? spikes.values() : silence, t > 0 ? spikes.row(t - 1, sample) : 0);
                for (int i = 0; i < size; i++) {
                    int now = membranes.row(t, sample) + i;
                    step(now, t > 0 ? membranes.row(t - 1, sample) + i : -1, i, drive[i]);
                }
            }
        }
        return spikes;
    }

    /** A value of the step before, 0 before the first. */
    private static double old(Sequence sequence, int before) {
        return before < 0 ? 0 : sequence.values()[before];
    }

    private void step(int now, int before, int neuron, double input) {
        double u = old(membranes, before);
        double v = old(imaginary, before);
        double q = old(refractory, before);
        double r = keep[neuron] - neurons.step() * q;
        double potential = Negligible.cut(r * u - turn[neuron] * v + neurons.step() * input);
        double spike = firing.applyAsDouble(potential - neurons.threshold() - q);
        membranes.values()[now] = potential;
        imaginary.values()[now] = Negligible.cut(turn[neuron] * u + r * v);
        spikes.values()[now] = spike;
        refractory.values()[now] = Negligible.cut(neurons.refractoryDecay() * q) + spike;
    }

    @Override
    public Sequence backward(Sequence spikeGradient, Sequence membraneGradient) {
        Sequence back = spikes.zerosOf(size);
        // The refractory term takes the place of an adaptation, v that of a current.
        NeuronCarry carry = new NeuronCarry(spikes.batch() * size);
        Arrays.fill(turnGradient, 0);
        Arrays.fill(keepGradient, 0);
        for (int t = spikes.steps() - 1; t >= 0; t--) {
            for (int sample = 0; sample < spikes.batch(); sample++) {
                int now = spikes.row(t, sample);
                for (int i = 0; i < size; i++) {
                    int c = sample * size + i;
                    double spike = spikeGradient.values()[now + i] + carry.spike[c] + carry.adaptation[c];
                    double membrane = membraneGradient.values()[now + i] + carry.membrane[c];
                    int before = t > 0 ? spikes.row(t - 1, sample) + i : -1;
                    back.values()[now + i] = backwardStep(now + i, before, i, spike, membrane, carry, c);
                }
                Arrays.fill(carry.spike, sample * size, (sample + 1) * size, 0);
                double[] fired = t > 0 ? spikes.values() : silence;
                int from = t > 0 ? spikes.row(t - 1, sample) : 0;
                recurrent.backward(back.values(), now, fired, from, carry.spike, sample * size);
            }
        }
        for (int i = 0; i < size; i++) {
            double toTurn = turnGradient[i] + keepGradient[i] * neurons.keepSlope(omega[i]);
            omegaGradient[i] += neurons.step() * toTurn;
            offsetGradient[i] -= neurons.step() * keepGradient[i];
        }
        return back;
    }

    /** Gradient with respect to the input of one neuron at one step. */
    private double backwardStep(
            int now, int before, int neuron, double spike, double membrane, NeuronCarry carry, int c) {
        double u = old(membranes, before);
        double v = old(imaginary, before);
        double q = old(refractory, before);
        double r = keep[neuron] - neurons.step() * q;
        double distance = membranes.values()[now] - neurons.threshold() - q;
        double decided = Negligible.cut(spike * neurons.surrogate().derivative(distance));
        double toU = membrane + decided;
        double toV = carry.current[c];
        double toKeep = toU * u + toV * v;
        keepGradient[neuron] += toKeep;
        turnGradient[neuron] += toV * u - toU * v;
        carry.adaptation[c] =
                Negligible.cut(neurons.refractoryDecay() * carry.adaptation[c] - decided - neurons.step() * toKeep);
        carry.membrane[c] = Negligible.cut(r * toU + turn[neuron] * toV);
        carry.current[c] = Negligible.cut(r * toV - turn[neuron] * toU);
        return neurons.step() * toU;
    }
}
