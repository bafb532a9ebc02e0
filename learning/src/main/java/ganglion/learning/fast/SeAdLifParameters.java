package ganglion.learning.fast;

import ganglion.learning.fast.FiringStage.FiringParameters;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Span;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.Map;

/** Decays and strengths of a layer of {@link SeAdLifNeurons}, one value per neuron. */
final class SeAdLifParameters extends FiringParameters {

    private final SeAdLifNeurons neurons;
    private final float[] threshold;
    private final float[] alpha;
    private final float[] take;
    private final float[] rho;
    private final float[] coupling;
    private final float[] jump;

    /** @param parameters of the layer, by name */
    SeAdLifParameters(SeAdLifNeurons neurons, int size, Map<String, FloatParameter> parameters) {
        super(neurons, size, parameters);
        this.neurons = neurons;
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
    void refresh() {
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
        super.refresh();
    }

    @Override
    FiringStage stage(SliceGradients gradients) {
        return new SeAdLifStage(gradients);
    }

    private double value(String name, int neuron) {
        return parameters.get(name).rows()[0][neuron];
    }

    /** A share as single precision holds it may be a hair out of bounds. */
    private double share(String name, int neuron) {
        return Span.SHARE.clamp(value(name, neuron));
    }

    /** A layer of neurons whose adaptation follows potential and spikes. The equations are those of the network in double precision. */
    private final class SeAdLifStage extends FiringStage {

        /** Potentials before the reset. */
        private float[][] deciding = new float[0][];

        private float[][] adaptations = new float[0][];

        // The way back.
        private final float[] alphaGradient = new float[size];
        /** Through what is left of the adaptation alone. */
        private final float[] rhoGradient = new float[size];

        private final float[] couplingGradient = new float[size];
        private final float[] jumpGradient = new float[size];
        private float[][] carriedAdaptation = new float[0][];

        SeAdLifStage(SliceGradients gradients) {
            super(SeAdLifParameters.this, gradients);
        }

        @Override
        void reserve(int rows) {
            deciding = new float[rows][size];
            adaptations = new float[rows][size];
        }

        @Override
        void forward(int step, float[][] input) {
            float[][] membranes = membranes();
            SpikeRows spikes = spikes();
            float[][] total = withOwnSpikes(input, step);
            for (int b = 0; b < samples(); b++) {
                int row = step * samples() + b;
                float[] old = before(membranes, row);
                float[] adapted = before(adaptations, row);
                follow(deciding[row], alpha, old, take, total[b], adapted);
                spikes.addExceeding(deciding[row], threshold);
                System.arraycopy(deciding[row], 0, membranes[row], 0, size);
                for (int k = spikes.start(row); k < spikes.end(row); k++) {
                    membranes[row][spikes.indices()[k]] = 0;
                }
                adapt(adaptations[row], rho, adapted, coupling, membranes[row]);
                for (int k = spikes.start(row); k < spikes.end(row); k++) {
                    int i = spikes.indices()[k];
                    adaptations[row][i] += jump[i];
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

        @Override
        void beginCollecting() {
            carriedAdaptation = cleared(carriedAdaptation);
            Arrays.fill(alphaGradient, 0);
            Arrays.fill(rhoGradient, 0);
            Arrays.fill(couplingGradient, 0);
            Arrays.fill(jumpGradient, 0);
        }

        @Override
        void through(int row, int b, float[] spike, float[] membrane, float[] input) {
            throughAdaptation(row, spike, membrane, carriedAdaptation[b]);
            throughSpike(row, spike, membrane);
            throughPotential(row, membrane, carriedAdaptation[b], input);
        }

        /** {@code w = rho old + coupling u + jump s}. */
        private void throughAdaptation(int row, float[] spike, float[] membrane, float[] adaptation) {
            if (!isFirst(row)) {
                Kernels.addProduct(rhoGradient, adaptations[row - samples()], adaptation, size);
            }
            Kernels.addProduct(couplingGradient, membranes()[row], adaptation, size);
            SpikeRows spikes = spikes();
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                int i = spikes.indices()[k];
                jumpGradient[i] += adaptation[i];
            }
            Kernels.addProduct(membrane, coupling, adaptation, size);
            Kernels.addProduct(spike, jump, adaptation, size);
        }

        /** Through the decision and the reset: afterwards {@code membrane} is the gradient of the potential before both. */
        private void throughSpike(int row, float[] spike, float[] membrane) {
            SpikeRows spikes = spikes();
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                membrane[spikes.indices()[k]] = 0;
            }
            throughDecision(deciding[row], threshold, spike, membrane);
        }

        /** {@code p = alpha u + (1 - alpha) (I - w)}, whose slope by alpha is {@code (u - p) / (1 - alpha)}. */
        private void throughPotential(int row, float[] membrane, float[] adaptation, float[] input) {
            if (!isFirst(row)) {
                Kernels.addProduct(alphaGradient, membranes()[row - samples()], membrane, size);
            }
            Kernels.subtractProduct(alphaGradient, deciding[row], membrane, size);
            System.arraycopy(membrane, 0, input, 0, size);
            Kernels.multiply(input, take, size);
            forget(adaptation, rho, input);
            Kernels.multiply(membrane, alpha, size);
        }

        /** {@code w = rho w - drive}, zero where that is negligible. */
        private static void forget(float[] w, float[] rho, float[] drive) {
            for (int i = 0; i < w.length; i++) {
                w[i] = (rho[i] * w[i] - drive[i] + Negligible.GRID) - Negligible.GRID;
            }
        }

        /** Turns gradients with respect to what is derived into those of the parameters. */
        @Override
        void addCollected(SliceGradients to) {
            if (!neurons.learned()) {
                return;
            }
            float[] tauU = to.of(parameters.get("tau_u_share"))[0];
            float[] tauW = to.of(parameters.get("tau_w_share"))[0];
            float[] a = to.of(parameters.get("a"))[0];
            float[] b = to.of(parameters.get("b"))[0];
            for (int i = 0; i < size; i++) {
                double scale = neurons.scale();
                double follows = (1 - SeAdLifNeurons.decay(neurons.tauW(), share("tau_w_share", i))) * scale;
                double throughRho = rhoGradient[i]
                        - scale * (value("a", i) * couplingGradient[i] + value("b", i) * jumpGradient[i]);
                float throughAlpha = alphaGradient[i] / take[i];
                tauU[i] += (float) (throughAlpha * SeAdLifNeurons.decaySlope(neurons.tauU(), share("tau_u_share", i)));
                tauW[i] += (float) (throughRho * SeAdLifNeurons.decaySlope(neurons.tauW(), share("tau_w_share", i)));
                a[i] += (float) (follows * couplingGradient[i]);
                b[i] += (float) (follows * jumpGradient[i]);
            }
        }
    }
}
