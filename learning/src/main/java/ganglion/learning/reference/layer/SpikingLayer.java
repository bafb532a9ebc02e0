package ganglion.learning.reference.layer;

import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;

/** A layer of neurons, which a step takes one by one, through all steps and samples. Not thread safe. */
public abstract class SpikingLayer {

    private final int size;
    private final boolean recurrent;
    private final double[] recurrentWeight;
    private final double[] recurrentBias;
    private NeuronTrace trace;
    /** Potentials and spikes of the latest step, by sample and neuron. */
    double[] membrane;

    double[] spike;

    /** @param size number of neurons */
    SpikingLayer(FiringLayer neurons, int size, LayerParameters parameters) {
        this.size = size;
        this.recurrent = neurons.recurrence() != Recurrence.NONE;
        this.recurrentWeight = parameters.values("recurrent_weight");
        this.recurrentBias = parameters.values("recurrent_bias", new double[size]);
    }

    /**
     * Begins a pass: sets all other variables to zero, and reads the present parameters.
     *
     * @param count number of samples times number of neurons
     */
    abstract void begin(int count);

    /**
     * One step of one neuron, which sets its potential, its spike and its other variables.
     *
     * @param c place of its variables
     * @param first whether this is the first step
     */
    abstract void step(int c, int neuron, double input, boolean first);

    /** Spikes and potentials of the latest pass. */
    public final NeuronTrace trace() {
        return trace;
    }

    /** Spikes for an input. */
    public final Sequence forward(Sequence input) {
        Sequence membranes = input.zerosOf(size);
        Sequence spikes = input.zerosOf(size);
        membrane = new double[input.batch() * size];
        spike = new double[membrane.length];
        begin(membrane.length);
        double[] drive = new double[size];
        for (int t = 0; t < input.steps(); t++) {
            for (int b = 0; b < input.batch(); b++) {
                System.arraycopy(input.values(), input.row(t, b), drive, 0, size);
                addRecurrent(drive, b * size);
                for (int i = 0; i < size; i++) {
                    step(b * size + i, i, drive[i], t == 0);
                }
            }
            System.arraycopy(membrane, 0, membranes.values(), membranes.row(t, 0), membrane.length);
            System.arraycopy(spike, 0, spikes.values(), spikes.row(t, 0), spike.length);
        }
        trace = new NeuronTrace(membranes, spikes);
        return spikes;
    }

    /** Adds what the spikes of the step before cause. */
    private void addRecurrent(double[] drive, int from) {
        for (int i = 0; recurrent && i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += recurrentWeight[i * size + j] * spike[from + j];
            }
            drive[i] += sum + recurrentBias[i];
        }
    }

    /**
     * Spikes and potentials of a layer of neurons.
     *
     * @param membranes potentials, each after its step
     * @param spikes output of the neurons
     */
    public record NeuronTrace(Sequence membranes, Sequence spikes) {}

    /** Leaky neurons with or without a synaptic current; {@link Neurons} has the equations. */
    public static final class NeuronLayer extends SpikingLayer {

        private final Neurons neurons;
        private final double[] alpha;
        private final double[] beta;
        private final double[] threshold;
        private double[] current;

        /** @param parameters as {@link Neurons#parameterShapes} lists them */
        public NeuronLayer(Neurons neurons, int size, LayerParameters parameters) {
            super(neurons, size, parameters);
            this.neurons = neurons;
            this.alpha = parameters.values("alpha", 0);
            this.beta = parameters.values("beta");
            this.threshold = parameters.values("threshold");
        }

        @Override
        void begin(int count) {
            current = new double[count];
        }

        /** The value of a neuron among one for all or one for each. */
        private static double own(double[] values, int neuron) {
            return values[values.length == 1 ? 0 : neuron];
        }

        /** A decay that is learned freely is clamped to 0..1 where it is used. */
        private static double decay(double[] values, int neuron) {
            return Math.max(0, Math.min(1, own(values, neuron)));
        }

        @Override
        void step(int c, int neuron, double input, boolean first) {
            double limit = own(threshold, neuron);
            double old = membrane[c];
            double driven = input;
            if (neurons.hasCurrent()) {
                driven = Negligible.cut(input + decay(alpha, neuron) * current[c]);
                current[c] = driven;
            }
            double reset = !first && neurons.fires() && old > limit ? 1 : 0;
            boolean keepsInput = neurons.reset() == ResetRule.ZERO && neurons.zeroKeepsInput();
            double leaked = Negligible.cut(decay(beta, neuron) * (keepsInput ? (1 - reset) * old : old) + driven);
            double potential = leaked;
            if (neurons.reset() == ResetRule.SUBTRACT) {
                potential = leaked - reset * limit;
            } else if (neurons.reset() == ResetRule.ZERO && !keepsInput) {
                potential = (1 - reset) * leaked;
            }
            spike[c] = neurons.fires() && potential > limit ? 1 : 0;
            // Where the reset acts at once, -1 undoes one of the step before, as snnTorch does.
            double atOnce = neurons.delayedReset() ? 0 : spike[c] - reset;
            membrane[c] = potential
                    - switch (neurons.reset()) {
                        case SUBTRACT -> atOnce * limit;
                        case ZERO -> atOnce * potential;
                        case NONE -> 0;
                    };
        }
    }

    /** Neurons with an adaptation that follows potential and spikes; {@link SeAdLifNeurons} has the equations. */
    public static final class SeAdLifLayer extends SpikingLayer {

        private final SeAdLifNeurons neurons;
        private final double[] tauU;
        private final double[] tauW;
        private final double[] a;
        private final double[] b;
        private final double[] alpha;
        private final double[] rho;
        private double[] adaptation;

        /** @param parameters as {@link SeAdLifNeurons#parameterShapes} lists them */
        public SeAdLifLayer(SeAdLifNeurons neurons, int size, LayerParameters parameters) {
            super(neurons, size, parameters);
            this.neurons = neurons;
            this.tauU = parameters.values("tau_u_share");
            this.tauW = parameters.values("tau_w_share");
            this.a = parameters.values("a");
            this.b = parameters.values("b");
            this.alpha = new double[size];
            this.rho = new double[size];
        }

        @Override
        void begin(int count) {
            adaptation = new double[count];
            Arrays.setAll(alpha, i -> SeAdLifNeurons.decay(neurons.tauU(), tauU[i]));
            Arrays.setAll(rho, i -> SeAdLifNeurons.decay(neurons.tauW(), tauW[i]));
        }

        @Override
        void step(int c, int neuron, double input, boolean first) {
            double follows = (1 - rho[neuron]) * neurons.scale();
            double drive = input - adaptation[c];
            double potential = Negligible.cut(alpha[neuron] * membrane[c] + (1 - alpha[neuron]) * drive);
            boolean fires = potential - neurons.threshold() > 0;
            spike[c] = fires ? 1 : 0;
            membrane[c] = fires ? 0 : potential;
            adaptation[c] = Negligible.cut(
                    rho[neuron] * adaptation[c] + follows * (a[neuron] * membrane[c] + b[neuron] * spike[c]));
        }
    }

    /** Balanced resonate-and-fire neurons; {@link BalancedNeurons} has the equations. */
    public static final class BalancedLayer extends SpikingLayer {

        private final BalancedNeurons neurons;
        private final double[] omega;
        private final double[] offset;
        private double[] imaginary;
        private double[] refractory;

        /** @param parameters as {@link BalancedNeurons#parameterShapes} lists them */
        public BalancedLayer(BalancedNeurons neurons, int size, LayerParameters parameters) {
            super(neurons, size, parameters);
            this.neurons = neurons;
            this.omega = parameters.values("omega");
            this.offset = parameters.values("b_offset");
        }

        @Override
        void begin(int count) {
            imaginary = new double[count];
            refractory = new double[count];
        }

        @Override
        void step(int c, int neuron, double input, boolean first) {
            double turn = neurons.turn(omega[neuron]);
            double u = membrane[c];
            double v = imaginary[c];
            double q = refractory[c];
            double r = neurons.keep(omega[neuron], offset[neuron]) - neurons.step() * q;
            membrane[c] = Negligible.cut(r * u - turn * v + neurons.step() * input);
            imaginary[c] = Negligible.cut(turn * u + r * v);
            spike[c] = membrane[c] - neurons.threshold() - q > 0 ? 1 : 0;
            refractory[c] = Negligible.cut(neurons.refractoryDecay() * q) + spike[c];
        }
    }
}
