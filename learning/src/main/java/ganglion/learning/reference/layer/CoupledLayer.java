package ganglion.learning.reference.layer;

import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.reference.layer.SpikingLayer.NeuronCarry;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Neurons with coupled variables, which a step takes one by one: forward through all steps and samples, and back. */
public abstract class CoupledLayer implements SpikingLayer {

    /** The spike at a distance from the threshold. */
    static final DoubleUnaryOperator FIRES = distance -> distance > 0 ? 1 : 0;

    private final int size;
    private final DoubleUnaryOperator firing;
    private final RecurrentInput recurrent;
    private Sequence membranes;
    private Sequence spikes;

    /**
     * A layer.
     *
     * @param size number of neurons
     * @param firing {@link #FIRES}, or a smooth curve in its place, whose slopes tests can measure
     */
    CoupledLayer(FiringLayer neurons, int size, LayerParameters parameters, DoubleUnaryOperator firing) {
        this.size = size;
        this.firing = firing;
        this.recurrent = new RecurrentInput(neurons, size, parameters);
    }

    /** Begins a forward pass: makes room for what is kept of each step, and reads the present parameters. */
    abstract void beginForward(Sequence input);

    /**
     * One step of one neuron, which sets its potential, its spike and what else is kept.
     *
     * @param now place of the values of this step
     * @param before place of those of the step before, -1 before the first
     */
    abstract void step(int now, int before, int neuron, double input);

    /** Begins a backward pass: forgets what the one before has collected. */
    abstract void beginBackward();

    /**
     * One step of one neuron, going back.
     *
     * @param spike gradient of the loss with respect to the spike, through the layers above and the recurrent synapses; what goes through
     *     the neuron's own adaptation is still to be added, from {@code carry}
     * @param membrane gradient of the loss with respect to the potential, through the layers above and the potential of the next step;
     *     what goes through the spike and the adaptation is still to be added
     * @param carry what the next step has handed over; receives what this one hands to the step before
     * @param c place of the neuron in what is carried from step to step
     * @return gradient with respect to the input
     */
    abstract double backwardStep(
            int now, int before, int neuron, double spike, double membrane, NeuronCarry carry, int c);

    /** Ends a backward pass: adds what was collected to the gradients of the parameters. */
    abstract void finishBackward();

    /** A value of the step before, 0 before the first. */
    static double old(double[] values, int before) {
        return before < 0 ? 0 : values[before];
    }

    /** The spike at a distance from the threshold. */
    final double fired(double distance) {
        return firing.applyAsDouble(distance);
    }

    final int size() {
        return size;
    }

    /** Potentials of the latest forward pass. */
    final double[] membranes() {
        return membranes.values();
    }

    /** Spikes of the latest forward pass. */
    final double[] spikes() {
        return spikes.values();
    }

    @Override
    public final NeuronTrace trace() {
        return new NeuronTrace(membranes, spikes, null);
    }

    @Override
    public final Sequence forward(Sequence input, boolean training) {
        membranes = input.zerosOf(size);
        spikes = input.zerosOf(size);
        beginForward(input);
        double[] drive = new double[size];
        for (int t = 0; t < input.steps(); t++) {
            for (int sample = 0; sample < input.batch(); sample++) {
                System.arraycopy(input.values(), input.row(t, sample), drive, 0, size);
                recurrent.addTo(drive, spikes, t, sample);
                for (int i = 0; i < size; i++) {
                    step(spikes.row(t, sample) + i, t > 0 ? spikes.row(t - 1, sample) + i : -1, i, drive[i]);
                }
            }
        }
        return spikes;
    }

    @Override
    public final Sequence backward(Sequence spikeGradient, Sequence membraneGradient) {
        Sequence back = spikes.zerosOf(size);
        Sequence returned = spikes.zerosOf(size);
        NeuronCarry carry = new NeuronCarry(spikes.batch() * size);
        beginBackward();
        for (int t = spikes.steps() - 1; t >= 0; t--) {
            for (int sample = 0; sample < spikes.batch(); sample++) {
                int now = spikes.row(t, sample);
                for (int i = 0; i < size; i++) {
                    int c = sample * size + i;
                    double spike = spikeGradient.values()[now + i] + returned.values()[now + i];
                    double membrane = membraneGradient.values()[now + i] + carry.membrane[c];
                    int before = t > 0 ? spikes.row(t - 1, sample) + i : -1;
                    back.values()[now + i] = backwardStep(now + i, before, i, spike, membrane, carry, c);
                }
                recurrent.backward(back, spikes, returned, t, sample);
            }
        }
        finishBackward();
        return back;
    }

    /** Neurons with an adaptation that follows potential and spikes; {@link SeAdLifNeurons} has the equations. */
    public static final class SeAdLifLayer extends CoupledLayer {

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

    /** Balanced resonate-and-fire neurons; {@link BalancedNeurons} has the equations. */
    public static final class BalancedLayer extends CoupledLayer {

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
}
