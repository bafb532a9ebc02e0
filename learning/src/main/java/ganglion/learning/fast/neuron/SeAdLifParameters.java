package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.neuron.FiringParameters.FiringPass;
import ganglion.learning.model.Span;
import ganglion.learning.model.neuron.SeAdLifNeurons;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.Map;

/** Decays and strengths of a layer of {@link SeAdLifNeurons}, one value per neuron. */
public final class SeAdLifParameters implements FiringParameters {

    private final SeAdLifNeurons neurons;
    private final int size;
    private final Map<String, FloatParameter> parameters;
    private final FastRecurrence recurrence;
    private final float[] threshold;
    private final float[] alpha;
    private final float[] take;
    private final float[] rho;
    private final float[] coupling;
    private final float[] jump;

    /** @param parameters of the layer, by name */
    public SeAdLifParameters(SeAdLifNeurons neurons, int size, Map<String, FloatParameter> parameters) {
        this.neurons = neurons;
        this.size = size;
        this.parameters = parameters;
        this.recurrence = new FastRecurrence(neurons, size, parameters);
        this.threshold = new float[size];
        this.alpha = new float[size];
        this.take = new float[size];
        this.rho = new float[size];
        this.coupling = new float[size];
        this.jump = new float[size];
        Arrays.fill(threshold, (float) neurons.threshold());
        refresh();
    }

    @Override
    public void refresh() {
        for (int i = 0; i < size; i++) {
            double decay = SeAdLifNeurons.decay(neurons.tauU(), share("tau_u_share", i));
            double forgetting = SeAdLifNeurons.decay(neurons.tauW(), share("tau_w_share", i));
            double follows = (1 - forgetting) * neurons.scale();
            alpha[i] = (float) decay;
            take[i] = (float) (1 - decay);
            rho[i] = (float) forgetting;
            coupling[i] = (float) (follows * value("a", i));
            jump[i] = (float) (follows * value("b", i));
        }
        recurrence.refresh();
    }

    @Override
    public FiringPass pass(SliceGradients gradients) {
        SeAdLifStage stage = new SeAdLifStage(this);
        return new FiringPass(stage, new SeAdLifBackward(stage, gradients));
    }

    private double value(String name, int neuron) {
        return parameters.get(name).rows()[0][neuron];
    }

    /** A share as single precision holds it may be a hair out of bounds. */
    private double share(String name, int neuron) {
        return Span.SHARE.clamp(value(name, neuron));
    }

    /**
     * Turns gradients with respect to what is derived into those of the parameters, and adds them.
     *
     * @param toAlpha with respect to the decay of the potential
     * @param toRho with respect to the decay of the adaptation, through what is left of it alone
     * @param toCoupling with respect to the strength by which the adaptation follows the potential
     * @param toJump with respect to the strength by which it follows the spikes
     */
    void addGradients(float[] toAlpha, float[] toRho, float[] toCoupling, float[] toJump, SliceGradients gradients) {
        if (!neurons.learned()) {
            return;
        }
        float[] tauU = gradients.of(parameters.get("tau_u_share"))[0];
        float[] tauW = gradients.of(parameters.get("tau_w_share"))[0];
        float[] a = gradients.of(parameters.get("a"))[0];
        float[] b = gradients.of(parameters.get("b"))[0];
        for (int i = 0; i < size; i++) {
            double scale = neurons.scale();
            double follows = (1 - SeAdLifNeurons.decay(neurons.tauW(), share("tau_w_share", i))) * scale;
            double throughRho = toRho[i] - scale * (value("a", i) * toCoupling[i] + value("b", i) * toJump[i]);
            tauU[i] += (float) (toAlpha[i] * SeAdLifNeurons.decaySlope(neurons.tauU(), share("tau_u_share", i)));
            tauW[i] += (float) (throughRho * SeAdLifNeurons.decaySlope(neurons.tauW(), share("tau_w_share", i)));
            a[i] += (float) (follows * toCoupling[i]);
            b[i] += (float) (follows * toJump[i]);
        }
    }

    SeAdLifNeurons neurons() {
        return neurons;
    }

    int size() {
        return size;
    }

    @Override
    public FastRecurrence recurrence() {
        return recurrence;
    }

    float[] threshold() {
        return threshold;
    }

    /** Share of the potential that is left. */
    float[] alpha() {
        return alpha;
    }

    /** Share of the drive that the potential takes in: 1 less alpha. */
    float[] take() {
        return take;
    }

    /** Share of the adaptation that is left. */
    float[] rho() {
        return rho;
    }

    /** Factor on the potential that the adaptation takes in. */
    float[] coupling() {
        return coupling;
    }

    /** What the adaptation takes in of a spike. */
    float[] jump() {
        return jump;
    }

    /** A layer of neurons whose adaptation follows potential and spikes, going forward. */
    static final class SeAdLifStage extends FiringStage {

        private final SeAdLifParameters parameters;
        /** Potentials before the reset. */
        private float[][] deciding = new float[0][];

        private float[][] adaptations = new float[0][];

        SeAdLifStage(SeAdLifParameters parameters) {
            super(parameters.size(), parameters.recurrence());
            this.parameters = parameters;
        }

        @Override
        protected void reserve(int rows) {
            deciding = new float[rows][size()];
            adaptations = new float[rows][size()];
        }

        @Override
        public void forward(int step, float[][] input) {
            float[][] membranes = membranes();
            SpikeRows spikes = spikes();
            float[][] total = withOwnSpikes(input, step);
            for (int b = 0; b < samples(); b++) {
                int row = step * samples() + b;
                float[] old = before(membranes, row);
                float[] adapted = before(adaptations, row);
                follow(deciding[row], parameters.alpha(), old, parameters.take(), total[b], adapted);
                spikes.addExceeding(deciding[row], parameters.threshold());
                System.arraycopy(deciding[row], 0, membranes[row], 0, size());
                for (int k = spikes.start(row); k < spikes.end(row); k++) {
                    membranes[row][spikes.indices()[k]] = 0;
                }
                adapt(adaptations[row], parameters.rho(), adapted, parameters.coupling(), membranes[row]);
                for (int k = spikes.start(row); k < spikes.end(row); k++) {
                    int i = spikes.indices()[k];
                    adaptations[row][i] += parameters.jump()[i];
                }
            }
        }

        /** {@code p = alpha u + take (I - w)}, zero where that is negligible. */
        private static void follow(float[] p, float[] alpha, float[] u, float[] take, float[] input, float[] w) {
            for (int i = 0; i < p.length; i++) {
                p[i] = (alpha[i] * u[i] + take[i] * (input[i] - w[i]) + Negligible.GRID) - Negligible.GRID;
            }
        }

        /** {@code w = rho old + coupling u}, zero where that is negligible. */
        private static void adapt(float[] w, float[] rho, float[] old, float[] coupling, float[] u) {
            for (int i = 0; i < w.length; i++) {
                w[i] = (rho[i] * old[i] + coupling[i] * u[i] + Negligible.GRID) - Negligible.GRID;
            }
        }

        float[][] deciding() {
            return deciding;
        }

        float[][] adaptations() {
            return adaptations;
        }

        SeAdLifParameters parameters() {
            return parameters;
        }
    }

    /**
     * A layer of neurons whose adaptation follows potential and spikes, going back. The equations are those of the reference
     * engine.
     */
    static final class SeAdLifBackward extends FiringBackward {

        private final SeAdLifStage stage;
        private final SeAdLifParameters parameters;
        private final int size;
        private final float[] distance;
        private final float[] surrogate;
        private final float[] alphaGradient;
        private final float[] rhoGradient;
        private final float[] couplingGradient;
        private final float[] jumpGradient;

        private float[][] carriedAdaptation = new float[0][];

        SeAdLifBackward(SeAdLifStage stage, SliceGradients gradients) {
            super(stage, stage.parameters().recurrence(), gradients);
            this.stage = stage;
            this.parameters = stage.parameters();
            this.size = stage.size();
            this.distance = new float[size];
            this.surrogate = new float[size];
            this.alphaGradient = new float[size];
            this.rhoGradient = new float[size];
            this.couplingGradient = new float[size];
            this.jumpGradient = new float[size];
        }

        @Override
        protected void begin() {
            carriedAdaptation = cleared(carriedAdaptation);
            Arrays.fill(alphaGradient, 0);
            Arrays.fill(rhoGradient, 0);
            Arrays.fill(couplingGradient, 0);
            Arrays.fill(jumpGradient, 0);
        }

        @Override
        protected void through(int row, int b, float[] spike, float[] membrane, float[] input) {
            throughAdaptation(row, spike, membrane, carriedAdaptation[b]);
            throughSpike(row, spike, membrane);
            throughPotential(row, membrane, carriedAdaptation[b], input);
        }

        /** {@code w = rho old + coupling u + jump s}. */
        private void throughAdaptation(int row, float[] spike, float[] membrane, float[] adaptation) {
            if (!isFirst(row)) {
                Kernels.addProduct(rhoGradient, stage.adaptations()[row - stage.samples()], adaptation, size);
            }
            Kernels.addProduct(couplingGradient, stage.membranes()[row], adaptation, size);
            SpikeRows spikes = stage.spikes();
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                int i = spikes.indices()[k];
                jumpGradient[i] += adaptation[i];
            }
            Kernels.addProduct(membrane, parameters.coupling(), adaptation, size);
            Kernels.addProduct(spike, parameters.jump(), adaptation, size);
        }

        /** Through the decision and the reset: afterwards {@code membrane} is the gradient of the potential before both. */
        private void throughSpike(int row, float[] spike, float[] membrane) {
            SpikeRows spikes = stage.spikes();
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                membrane[spikes.indices()[k]] = 0;
            }
            Kernels.difference(distance, stage.deciding()[row], parameters.threshold(), size);
            parameters.neurons().surrogate().derivatives(distance, surrogate, size);
            Kernels.multiply(surrogate, spike, size);
            Kernels.add(membrane, surrogate, size);
        }

        /** {@code p = alpha u + (1 - alpha) (I - w)}, whose slope by alpha is {@code (u - p) / (1 - alpha)}. */
        private void throughPotential(int row, float[] membrane, float[] adaptation, float[] input) {
            if (!isFirst(row)) {
                Kernels.addProduct(alphaGradient, stage.membranes()[row - stage.samples()], membrane, size);
            }
            Kernels.subtractProduct(alphaGradient, stage.deciding()[row], membrane, size);
            System.arraycopy(membrane, 0, input, 0, size);
            Kernels.multiply(input, parameters.take(), size);
            forget(adaptation, parameters.rho(), input);
            Kernels.multiply(membrane, parameters.alpha(), size);
        }

        /** {@code w = rho w - drive}, zero where that is negligible. */
        private static void forget(float[] w, float[] rho, float[] drive) {
            for (int i = 0; i < w.length; i++) {
                w[i] = (rho[i] * w[i] - drive[i] + Negligible.GRID) - Negligible.GRID;
            }
        }

        @Override
        protected void addCollected(SliceGradients to) {
            for (int i = 0; i < size; i++) {
                alphaGradient[i] /= parameters.take()[i];
            }
            parameters.addGradients(alphaGradient, rhoGradient, couplingGradient, jumpGradient, to);
        }
    }
}
