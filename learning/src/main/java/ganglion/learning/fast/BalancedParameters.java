package ganglion.learning.fast;

import ganglion.learning.fast.FiringStage.FiringParameters;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.Map;

/** Turns and damping of a layer of {@link BalancedNeurons}, one value per neuron. */
final class BalancedParameters extends FiringParameters {

    private final BalancedNeurons neurons;
    private final float[] threshold;
    private final float[] turn;
    /** What is kept of both variables without the refractory term. */
    private final float[] keep;

    /** @param parameters of the layer, by name */
    BalancedParameters(BalancedNeurons neurons, int size, Map<String, FloatParameter> parameters) {
        super(neurons, size, parameters);
        this.neurons = neurons;
        this.threshold = new float[size];
        this.turn = new float[size];
        this.keep = new float[size];
        Arrays.fill(threshold, (float) neurons.threshold());
        refresh();
    }

    @Override
    void refresh() {
        for (int i = 0; i < size; i++) {
            turn[i] = (float) neurons.turn(value("omega", i));
            keep[i] = (float) neurons.keep(value("omega", i), value("b_offset", i));
        }
        super.refresh();
    }

    @Override
    FiringStage stage(SliceGradients gradients) {
        return new BalancedStage(gradients);
    }

    /** Within the bounds but for a hair, by which single precision may miss them. */
    private double value(String name, int neuron) {
        return neurons.rangeOf(name).clamp(parameters.get(name).rows()[0][neuron]);
    }

    /** A layer of balanced resonate-and-fire neurons. The equations are those of the network in double precision. */
    private final class BalancedStage extends FiringStage {

        private final float step = (float) neurons.step();
        private final float forget = (float) neurons.refractoryDecay();
        private final float[] kept = new float[size];
        private final float[] raised = new float[size];
        /** The second variable of all steps. */
        private float[][] imaginary = new float[0][];

        private float[][] refractory = new float[0][];

        // The way back.
        private final float[] toKeep = new float[size];
        private final float[] before = new float[size];
        private final float[] turnGradient = new float[size];
        private final float[] keepGradient = new float[size];
        private float[][] toV = new float[0][];
        private float[][] toRefractory = new float[0][];

        BalancedStage(SliceGradients gradients) {
            super(BalancedParameters.this, gradients);
        }

        @Override
        void reserve(int rows) {
            imaginary = new float[rows][size];
            refractory = new float[rows][size];
        }

        @Override
        void forward(int stepNumber, float[][] input) {
            float[][] membranes = membranes();
            SpikeRows spikes = spikes();
            float[][] total = withOwnSpikes(input, stepNumber);
            for (int b = 0; b < samples(); b++) {
                int row = stepNumber * samples() + b;
                float[] u = before(membranes, row);
                float[] v = before(imaginary, row);
                float[] r = kept(row);
                turn(membranes[row], r, u, turn, v, -1);
                take(membranes[row], step, total[b]);
                turn(imaginary[row], r, v, turn, u, 1);
                spikes.addExceeding(membranes[row], thresholdAt(row));
                Kernels.scaled(refractory[row], forget, before(refractory, row), size);
                for (int k = spikes.start(row); k < spikes.end(row); k++) {
                    refractory[row][spikes.indices()[k]] += 1;
                }
            }
        }

        /** What is kept of both variables at a step; overwritten by the next call. */
        private float[] kept(int row) {
            Kernels.sumScaled(kept, keep, -step, before(refractory, row), size);
            return kept;
        }

        /** The threshold at a step, with the refractory term; overwritten by the next call. */
        private float[] thresholdAt(int row) {
            Kernels.sumScaled(raised, threshold, 1, before(refractory, row), size);
            return raised;
        }

        /** {@code c = r a + sign t b}, zero where that is negligible. */
        private static void turn(float[] c, float[] r, float[] a, float[] t, float[] b, float sign) {
            for (int i = 0; i < c.length; i++) {
                c[i] = (r[i] * a[i] + sign * (t[i] * b[i]) + Negligible.GRID) - Negligible.GRID;
            }
        }

        /** {@code c += s a}. */
        private static void take(float[] c, float s, float[] a) {
            for (int i = 0; i < c.length; i++) {
                c[i] += s * a[i];
            }
        }

        @Override
        void beginCollecting() {
            toV = cleared(toV);
            toRefractory = cleared(toRefractory);
            Arrays.fill(turnGradient, 0);
            Arrays.fill(keepGradient, 0);
        }

        @Override
        void through(int row, int b, float[] spike, float[] toU, float[] input) {
            Kernels.add(spike, toRefractory[b], size);
            throughDecision(membranes()[row], thresholdAt(row), spike, toU);
            throughTurn(row, b, toU);
            Kernels.scaled(input, step, toU, size);
            float[] r = kept(row);
            System.arraycopy(toU, 0, before, 0, size);
            turn(toU, r, before, turn, toV[b], 1);
            turn(toV[b], r, toV[b], turn, before, -1);
        }

        /** What turn and damping, and the refractory term in it, have to do with the step. */
        private void throughTurn(int row, int b, float[] toU) {
            Arrays.fill(toKeep, 0);
            if (!isFirst(row)) {
                float[] u = membranes()[row - samples()];
                float[] v = imaginary[row - samples()];
                Kernels.addProduct(toKeep, toU, u, size);
                Kernels.addProduct(toKeep, toV[b], v, size);
                Kernels.add(keepGradient, toKeep, size);
                Kernels.addProduct(turnGradient, toV[b], u, size);
                Kernels.subtractProduct(turnGradient, toU, v, size);
            }
            forget(toRefractory[b], forget, decided, step, toKeep);
        }

        /** {@code q = s q - a - z b}, zero where that is negligible. */
        private static void forget(float[] q, float s, float[] a, float z, float[] b) {
            for (int i = 0; i < q.length; i++) {
                q[i] = (s * q[i] - a[i] - z * b[i] + Negligible.GRID) - Negligible.GRID;
            }
        }

        /** Turns gradients with respect to turns, and to what is kept, into those of the parameters. */
        @Override
        void addCollected(SliceGradients to) {
            if (!neurons.learned()) {
                return;
            }
            float[] omega = to.of(parameters.get("omega"))[0];
            float[] offset = to.of(parameters.get("b_offset"))[0];
            for (int i = 0; i < size; i++) {
                double throughTurn = turnGradient[i] + keepGradient[i] * neurons.keepSlope(value("omega", i));
                omega[i] += (float) (neurons.step() * throughTurn);
                offset[i] -= (float) (neurons.step() * keepGradient[i]);
            }
        }
    }
}
