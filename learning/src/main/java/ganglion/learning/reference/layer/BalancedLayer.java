package ganglion.learning.reference.layer;

import ganglion.learning.model.neuron.BalancedNeurons;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Balanced resonate-and-fire neurons; {@link BalancedNeurons} has the equations. */
public final class BalancedLayer extends CoupledLayer {

    private final BalancedNeurons neurons;
    private final double[] omega;
    private final double[] offset;
    private final double[] omegaGradient;
    private final double[] offsetGradient;
    /** What the latest forward pass turned by, and kept. */
    private final double[] turn;

    private final double[] keep;
    /** Gradients with respect to them. */
    private final double[] turnGradient;

    private final double[] keepGradient;

    private Sequence imaginary;
    private Sequence refractory;

    /** @param parameters as {@link BalancedNeurons#parameterShapes} lists them */
    public BalancedLayer(BalancedNeurons neurons, int size, LayerParameters parameters) {
        this(neurons, size, parameters, FIRES);
    }

    /** @param firing the spike at a distance from the threshold; tests take a smooth one, whose slopes can be measured */
    BalancedLayer(BalancedNeurons neurons, int size, LayerParameters parameters, DoubleUnaryOperator firing) {
        super(neurons, size, parameters, firing);
        this.neurons = neurons;
        this.omega = parameters.values("omega");
        this.offset = parameters.values("b_offset");
        this.omegaGradient = parameters.gradient("omega");
        this.offsetGradient = parameters.gradient("b_offset");
        this.turn = new double[size];
        this.keep = new double[size];
        this.turnGradient = new double[size];
        this.keepGradient = new double[size];
    }

    @Override
    void beginForward(Sequence input) {
        imaginary = input.zerosOf(size());
        refractory = input.zerosOf(size());
        Arrays.setAll(turn, i -> neurons.turn(omega[i]));
        Arrays.setAll(keep, i -> neurons.keep(omega[i], offset[i]));
    }

    @Override
    void step(int now, int before, int neuron, double input) {
        double u = old(membranes(), before);
        double v = old(imaginary.values(), before);
        double q = old(refractory.values(), before);
        double r = keep[neuron] - neurons.step() * q;
        double potential = Negligible.cut(r * u - turn[neuron] * v + neurons.step() * input);
        double spike = fired(potential - neurons.threshold() - q);
        membranes()[now] = potential;
        imaginary.values()[now] = Negligible.cut(turn[neuron] * u + r * v);
        spikes()[now] = spike;
        refractory.values()[now] = Negligible.cut(neurons.refractoryDecay() * q) + spike;
    }

    @Override
    void beginBackward() {
        Arrays.fill(turnGradient, 0);
        Arrays.fill(keepGradient, 0);
    }

    @Override
    double backwardStep(int now, int before, int neuron, double spike, double membrane, NeuronCarry carry, int c) {
        // The refractory term takes the place of an adaptation, v that of a current.
        double u = old(membranes(), before);
        double v = old(imaginary.values(), before);
        double q = old(refractory.values(), before);
        double r = keep[neuron] - neurons.step() * q;
        double distance = membranes()[now] - neurons.threshold() - q;
        double decided = Negligible.cut(
                (spike + carry.adaptation[c]) * neurons.surrogate().derivative(distance));
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

    @Override
    void finishBackward() {
        for (int i = 0; i < size(); i++) {
            double toTurn = turnGradient[i] + keepGradient[i] * neurons.keepSlope(omega[i]);
            omegaGradient[i] += neurons.step() * toTurn;
            offsetGradient[i] -= neurons.step() * keepGradient[i];
        }
    }
}
