package ganglion.learning.reference.layer;

import ganglion.learning.model.neuron.SeAdLifNeurons;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Neurons with an adaptation that follows potential and spikes; {@link SeAdLifNeurons} has the equations. */
public final class SeAdLifLayer extends CoupledLayer {

    private final SeAdLifNeurons neurons;
    private final double[] tauU;
    private final double[] tauW;
    private final double[] a;
    private final double[] b;
    private final double[] tauUGradient;
    private final double[] tauWGradient;
    private final double[] aGradient;
    private final double[] bGradient;
    /** The decays of the latest forward pass. */
    private final double[] alpha;

    private final double[] rho;
    /** Gradients with respect to the decays. */
    private final double[] alphaGradient;

    private final double[] rhoGradient;

    /** Potentials before the reset. */
    private Sequence deciding;

    private Sequence adaptation;
    /** What the potential followed: the input less the adaptation of the step before. */
    private Sequence drives;

    /** @param parameters as {@link SeAdLifNeurons#parameterShapes} lists them */
    public SeAdLifLayer(SeAdLifNeurons neurons, int size, LayerParameters parameters) {
        this(neurons, size, parameters, FIRES);
    }

    /** @param firing the spike at a distance from the threshold; tests take a smooth one, whose slopes can be measured */
    SeAdLifLayer(SeAdLifNeurons neurons, int size, LayerParameters parameters, DoubleUnaryOperator firing) {
        super(neurons, size, parameters, firing);
        this.neurons = neurons;
        this.tauU = parameters.values("tau_u_share");
        this.tauW = parameters.values("tau_w_share");
        this.a = parameters.values("a");
        this.b = parameters.values("b");
        this.tauUGradient = parameters.gradient("tau_u_share");
        this.tauWGradient = parameters.gradient("tau_w_share");
        this.aGradient = parameters.gradient("a");
        this.bGradient = parameters.gradient("b");
        this.alpha = new double[size];
        this.rho = new double[size];
        this.alphaGradient = new double[size];
        this.rhoGradient = new double[size];
    }

    @Override
    void beginForward(Sequence input) {
        deciding = input.zerosOf(size());
        adaptation = input.zerosOf(size());
        drives = input.zerosOf(size());
        Arrays.setAll(alpha, i -> SeAdLifNeurons.decay(neurons.tauU(), tauU[i]));
        Arrays.setAll(rho, i -> SeAdLifNeurons.decay(neurons.tauW(), tauW[i]));
    }

    @Override
    void step(int now, int before, int neuron, double input) {
        double follows = (1 - rho[neuron]) * neurons.scale();
        double old = old(membranes(), before);
        double adapted = old(adaptation.values(), before);
        double drive = input - adapted;
        double potential = Negligible.cut(alpha[neuron] * old + (1 - alpha[neuron]) * drive);
        double distance = potential - neurons.threshold();
        double spike = fired(distance);
        double kept = distance > 0 ? 0 : potential;
        drives.values()[now] = drive;
        deciding.values()[now] = potential;
        spikes()[now] = spike;
        membranes()[now] = kept;
        adaptation.values()[now] =
                Negligible.cut(rho[neuron] * adapted + follows * (a[neuron] * kept + b[neuron] * spike));
    }

    @Override
    void beginBackward() {
        Arrays.fill(alphaGradient, 0);
        Arrays.fill(rhoGradient, 0);
    }

    @Override
    double backwardStep(int now, int before, int neuron, double spike, double membrane, NeuronCarry carry, int c) {
        double follows = (1 - rho[neuron]) * neurons.scale();
        double toAdaptation = carry.adaptation[c];
        double old = old(membranes(), before);
        double adapted = old(adaptation.values(), before);
        double kept = membranes()[now];
        double fired = spikes()[now];
        double target = neurons.scale() * (a[neuron] * kept + b[neuron] * fired);
        aGradient[neuron] += toAdaptation * follows * kept;
        bGradient[neuron] += toAdaptation * follows * fired;
        rhoGradient[neuron] += toAdaptation * (adapted - target);
        double distance = deciding.values()[now] - neurons.threshold();
        double toKept = membrane + toAdaptation * follows * a[neuron];
        double toSpike = spike + toAdaptation * follows * b[neuron];
        double toPotential = (distance > 0 ? 0 : toKept)
                + Negligible.cut(toSpike * neurons.surrogate().derivative(distance));
        alphaGradient[neuron] += toPotential * (old - drives.values()[now]);
        double toDrive = (1 - alpha[neuron]) * toPotential;
        carry.membrane[c] = Negligible.cut(alpha[neuron] * toPotential);
        carry.adaptation[c] = Negligible.cut(rho[neuron] * toAdaptation - toDrive);
        return toDrive;
    }

    @Override
    void finishBackward() {
        for (int i = 0; i < size(); i++) {
            tauUGradient[i] += alphaGradient[i] * SeAdLifNeurons.decaySlope(neurons.tauU(), tauU[i]);
            tauWGradient[i] += rhoGradient[i] * SeAdLifNeurons.decaySlope(neurons.tauW(), tauW[i]);
        }
    }
}
