package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.neuron.FiringParameters.FiringPass;
import ganglion.learning.model.neuron.BalancedNeurons;
import ganglion.learning.surrogate.Negligible;
import java.util.Arrays;
import java.util.Map;

/** Turns and damping of a layer of {@link BalancedNeurons}, one value per neuron. */
public final class BalancedParameters implements FiringParameters {

    private final BalancedNeurons neurons;
    private final int size;
    private final Map<String, FloatParameter> parameters;
    private final FastRecurrence recurrence;
    private final float[] threshold;
    private final float[] turn;
    private final float[] keep;

    /** @param parameters of the layer, by name */
    public BalancedParameters(BalancedNeurons neurons, int size, Map<String, FloatParameter> parameters) {
        this.neurons = neurons;
        this.size = size;
        this.parameters = parameters;
        this.recurrence = new FastRecurrence(neurons, size, parameters);
        this.threshold = new float[size];
        this.turn = new float[size];
        this.keep = new float[size];
        Arrays.fill(threshold, (float) neurons.threshold());
        refresh();
    }

    @Override
    public void refresh() {
        for (int i = 0; i < size; i++) {
            turn[i] = (float) neurons.turn(value("omega", i));
            keep[i] = (float) neurons.keep(value("omega", i), value("b_offset", i));
        }
        recurrence.refresh();
    }

    @Override
    public FiringPass pass(SliceGradients gradients) {
        BalancedStage stage = new BalancedStage(this);
        return new FiringPass(stage, new BalancedBackward(stage, gradients));
    }

    /** Within the bounds but for a hair, by which single precision may miss them. */
    private double value(String name, int neuron) {
        return neurons.rangeOf(name).clamp(parameters.get(name).rows()[0][neuron]);
    }

    /** Turns gradients with respect to turns, and to what is kept, into those of the parameters, and adds them. */
    void addGradients(float[] toTurn, float[] toKeep, SliceGradients gradients) {
        if (!neurons.learned()) {
            return;
        }
        float[] omega = gradients.of(parameters.get("omega"))[0];
        float[] offset = gradients.of(parameters.get("b_offset"))[0];
        for (int i = 0; i < size; i++) {
            double throughTurn = toTurn[i] + toKeep[i] * neurons.keepSlope(value("omega", i));
            omega[i] += (float) (neurons.step() * throughTurn);
            offset[i] -= (float) (neurons.step() * toKeep[i]);
        }
    }

    BalancedNeurons neurons() {
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

    float[] turn() {
        return turn;
    }

    /** What is kept of both variables without the refractory term. */
    float[] keep() {
        return keep;
    }

    /** A layer of balanced resonate-and-fire neurons, going forward. */
    static final class BalancedStage extends FiringStage {

        private final BalancedParameters parameters;
        private final float step;
        private final float forget;
        private final float[] kept;
        private final float[] raised;
        private float[][] imaginary = new float[0][];
        private float[][] refractory = new float[0][];

        BalancedStage(BalancedParameters parameters) {
            super(parameters.size(), parameters.recurrence());
            this.parameters = parameters;
            this.step = (float) parameters.neurons().step();
            this.forget = (float) parameters.neurons().refractoryDecay();
            this.kept = new float[size()];
            this.raised = new float[size()];
        }

        @Override
        protected void reserve(int rows) {
            imaginary = new float[rows][size()];
            refractory = new float[rows][size()];
        }

        @Override
        public void forward(int stepNumber, float[][] input) {
            float[][] membranes = membranes();
            SpikeRows spikes = spikes();
            float[][] total = withOwnSpikes(input, stepNumber);
            for (int b = 0; b < samples(); b++) {
                int row = stepNumber * samples() + b;
                float[] u = before(membranes, row);
                float[] v = before(imaginary, row);
                float[] r = kept(row);
                turn(membranes[row], r, u, parameters.turn(), v, -1);
                take(membranes[row], step, total[b]);
                turn(imaginary[row], r, v, parameters.turn(), u, 1);
                spikes.addExceeding(membranes[row], thresholdAt(row));
                Kernels.scaled(refractory[row], forget, before(refractory, row), size());
                for (int k = spikes.start(row); k < spikes.end(row); k++) {
                    refractory[row][spikes.indices()[k]] += 1;
                }
            }
        }

        /** What is kept of both variables at a step; overwritten by the next call. */
        float[] kept(int row) {
            Kernels.sumScaled(kept, parameters.keep(), -step, before(refractory, row), size());
            return kept;
        }

        /** The threshold at a step, with the refractory term; overwritten by the next call. */
        float[] thresholdAt(int row) {
            Kernels.sumScaled(raised, parameters.threshold(), 1, before(refractory, row), size());
            return raised;
        }

        /** {@code c = r a + sign t b}, zero where that is negligible. */
        static void turn(float[] c, float[] r, float[] a, float[] t, float[] b, float sign) {
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

        /** The second variable of all steps. */
        float[][] imaginary() {
            return imaginary;
        }

        BalancedParameters parameters() {
            return parameters;
        }
    }

    /** A layer of balanced resonate-and-fire neurons, going back. The equations are those of the reference engine. */
    static final class BalancedBackward extends FiringBackward {

        private final BalancedStage stage;
        private final BalancedParameters parameters;
        private final int size;
        private final float step;
        private final float forget;
        private final float[] distance;
        private final float[] decided;
        private final float[] toKeep;
        private final float[] before;
        private final float[] turnGradient;
        private final float[] keepGradient;

        private float[][] toV = new float[0][];
        private float[][] toRefractory = new float[0][];

        BalancedBackward(BalancedStage stage, SliceGradients gradients) {
            super(stage, stage.parameters().recurrence(), gradients);
            this.stage = stage;
            this.parameters = stage.parameters();
            this.size = stage.size();
            this.step = (float) parameters.neurons().step();
            this.forget = (float) parameters.neurons().refractoryDecay();
            this.distance = new float[size];
            this.decided = new float[size];
            this.toKeep = new float[size];
            this.before = new float[size];
            this.turnGradient = new float[size];
            this.keepGradient = new float[size];
        }

        @Override
        protected void begin() {
            toV = cleared(toV);
            toRefractory = cleared(toRefractory);
            Arrays.fill(turnGradient, 0);
            Arrays.fill(keepGradient, 0);
        }

        @Override
        protected void through(int row, int b, float[] spike, float[] toU, float[] input) {
            Kernels.add(spike, toRefractory[b], size);
            throughSpike(row, spike, toU);
            throughTurn(row, b, toU);
            Kernels.scaled(input, step, toU, size);
            float[] kept = stage.kept(row);
            System.arraycopy(toU, 0, before, 0, size);
            BalancedStage.turn(toU, kept, before, parameters.turn(), toV[b], 1);
            BalancedStage.turn(toV[b], kept, toV[b], parameters.turn(), before, -1);
        }

        /** Through the decision to fire: adds to {@code membrane}, and keeps what was added. */
        private void throughSpike(int row, float[] spike, float[] membrane) {
            Kernels.difference(distance, stage.membranes()[row], stage.thresholdAt(row), size);
            parameters.neurons().surrogate().derivatives(distance, decided, size);
            Kernels.multiply(decided, spike, size);
            Kernels.add(membrane, decided, size);
        }

        /** What turn and damping, and the refractory term in it, have to do with the step. */
        private void throughTurn(int row, int b, float[] toU) {
            Arrays.fill(toKeep, 0);
            if (!isFirst(row)) {
                float[] u = stage.membranes()[row - stage.samples()];
                float[] v = stage.imaginary()[row - stage.samples()];
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

        @Override
        protected void addCollected(SliceGradients to) {
            parameters.addGradients(turnGradient, keepGradient, to);
        }
    }
}
