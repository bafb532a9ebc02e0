package ganglion.learning.fast;

import ganglion.learning.fast.FiringStage.FiringParameters;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import java.util.Arrays;
import java.util.Map;

/** Parameters of a layer of neurons, one value per neuron whether shared or not, decays clamped. Shared by all slices. */
final class FastNeuronParameters extends FiringParameters {

    private final Neurons neurons;
    private final float[] alpha;
    private final float[] beta;
    private final float[] threshold;

    FastNeuronParameters(Neurons neurons, int size, Map<String, FloatParameter> parameters) {
        super(neurons, size, parameters);
        this.neurons = neurons;
        this.alpha = new float[size];
        this.beta = new float[size];
        this.threshold = new float[size];
        refresh();
    }

    @Override
    void refresh() {
        expand("alpha", alpha, true);
        expand("beta", beta, true);
        expand("threshold", threshold, false);
        if (!neurons.fires()) {
            Arrays.fill(threshold, Float.POSITIVE_INFINITY);
        }
        super.refresh();
    }

    private void expand(String name, float[] to, boolean decay) {
        FloatParameter parameter = parameters.get(name);
        if (parameter == null) {
            return;
        }
        float[] values = parameter.rows()[0];
        for (int i = 0; i < size; i++) {
            float value = values[values.length == 1 ? 0 : i];
            to[i] = decay ? Math.max(0, Math.min(1, value)) : value;
        }
    }

    @Override
    FiringStage stage(SliceGradients gradients) {
        return new NeuronStage(gradients);
    }

    private boolean learns(String name) {
        FloatParameter parameter = parameters.get(name);
        return parameter != null && parameter.trainable();
    }

    /** Adds gradients, one per neuron, to those of a parameter; the clamp of a decay passes on what is within 0..1. */
    private void addGradient(String name, float[] perNeuron, boolean decay, SliceGradients gradients) {
        if (!learns(name)) {
            return;
        }
        FloatParameter parameter = parameters.get(name);
        float[] values = parameter.rows()[0];
        float[] gradient = gradients.of(parameter)[0];
        for (int i = 0; i < size; i++) {
            int k = values.length == 1 ? 0 : i;
            if (!decay || values[k] >= 0 && values[k] <= 1) {
                gradient[k] += perNeuron[i];
            }
        }
    }

    /**
     * A layer of neurons in one slice. The equations are those of the network in double precision; what belongs to resets is done for the neurons that were
     * reset, after loops over all.
     */
    final class NeuronStage extends FiringStage {

        private final boolean hasCurrent = neurons.hasCurrent();
        private final boolean zeroKeepsInput = neurons.zeroKeepsInput();
        private final ResetRule reset = neurons.reset();
        private final boolean atOnce = !neurons.delayedReset() && reset != ResetRule.NONE;

        /** Where a reset of the step before acts, if that is not simply where a neuron fired. */
        private final SpikeRows lateResets = new SpikeRows(size);

        /** Potentials at which the spikes were decided. */
        private float[][] deciding = new float[0][];

        private float[][] currents = new float[0][];

        // The way back.
        private float[][] carriedCurrent = new float[0][];
        private final float[] alphaGradient = new float[size];
        private final float[] betaGradient = new float[size];
        private final float[] thresholdGradient = new float[size];
        private final float[] immediate = new float[size];

        NeuronStage(SliceGradients gradients) {
            super(FastNeuronParameters.this, gradients);
        }

        @Override
        boolean fires() {
            return neurons.fires();
        }

        @Override
        void reserve(int rows) {
            deciding = atOnce ? new float[rows][size] : membranes();
            currents = hasCurrent ? new float[rows][size] : currents;
        }

        @Override
        void beginRows(int rows) {
            lateResets.clear(rows);
        }

        @Override
        void forward(int step, float[][] input) {
            float[][] total = withOwnSpikes(input, step);
            for (int b = 0; b < samples(); b++) {
                integrate(step, b, total[b]);
                fire(step, b);
            }
        }

        private void integrate(int step, int b, float[] input) {
            int row = step * samples() + b;
            float[] old = before(membranes(), row);
            float[] potential = deciding[row];
            float[] drivenBy = input;
            if (hasCurrent) {
                float[] current = currents[row];
                Kernels.leak(current, alpha, before(currents, row), input, size);
                drivenBy = current;
            }
            Kernels.leak(potential, beta, old, drivenBy, size);
            noteLateResets(step, row, old);
            if (step > 0 && reset != ResetRule.NONE) {
                resetLate(row, potential, drivenBy);
            }
        }

        private void noteLateResets(int step, int row, float[] old) {
            if (!atOnce) {
                return;
            }
            // A neuron is rarely above its threshold after a reset at once, but then it is reset again, as snnTorch
            // does.
            if (step == 0) {
                lateResets.addCopy(spikes().indices(), 0, 0);
            } else {
                lateResets.addExceeding(old, threshold);
            }
        }

        /** The neurons that a reset of the step before acts upon, and the row to find them in. */
        private SpikeRows resets() {
            return atOnce ? lateResets : spikes();
        }

        private int resetRow(int row) {
            return atOnce ? row : row - samples();
        }

        private void resetLate(int row, float[] potential, float[] drivenBy) {
            SpikeRows resets = resets();
            int from = resetRow(row);
            for (int k = resets.start(from); k < resets.end(from); k++) {
                int i = resets.indices()[k];
                if (reset == ResetRule.SUBTRACT) {
                    potential[i] -= threshold[i];
                } else {
                    potential[i] = zeroKeepsInput ? drivenBy[i] : 0;
                }
            }
        }

        private void fire(int step, int b) {
            int row = step * samples() + b;
            spikes().addExceeding(deciding[row], threshold);
            if (!atOnce) {
                return;
            }
            float[] membrane = membranes()[row];
            float[] before = deciding[row];
            System.arraycopy(before, 0, membrane, 0, size);
            for (int k = spikes().start(row); k < spikes().end(row); k++) {
                int i = spikes().indices()[k];
                membrane[i] -= resetSize(before, i);
            }
            for (int k = lateResets.start(row); k < lateResets.end(row); k++) {
                int i = lateResets.indices()[k];
                membrane[i] += resetSize(before, i);
            }
        }

        private float resetSize(float[] before, int neuron) {
            return reset == ResetRule.SUBTRACT ? threshold[neuron] : before[neuron];
        }

        float[][] currents() {
            return currents;
        }

        @Override
        void beginCollecting() {
            carriedCurrent = cleared(carriedCurrent);
            Arrays.fill(alphaGradient, 0);
            Arrays.fill(betaGradient, 0);
            Arrays.fill(thresholdGradient, 0);
        }

        @Override
        void through(int row, int b, float[] spike, float[] membrane, float[] input) {
            throughSpike(row, spike, membrane);
            throughReset(row, membrane);
            throughInput(row, b, membrane, input);
        }

        /** Adds the gradient through the decision to fire to {@code membrane}. */
        private void throughSpike(int row, float[] spike, float[] membrane) {
            if (!neurons.fires()) {
                return;
            }
            float[] potential = deciding[row];
            if (atOnce) {
                throughImmediateReset(row, spike, potential, membrane);
            }
            throughDecision(potential, threshold, spike, membrane);
            if (learns("threshold")) {
                Kernels.subtract(thresholdGradient, decided, size);
            }
        }

        /** A reset at once is {@code v = p - (s - R) size}; the spike {@code s} takes part in gradients, {@code R} does not. */
        private void throughImmediateReset(int row, float[] spike, float[] potential, float[] membrane) {
            boolean subtract = reset == ResetRule.SUBTRACT;
            Kernels.subtractProduct(spike, subtract ? threshold : potential, membrane, size);
            System.arraycopy(membrane, 0, immediate, 0, size);
            addAtFired(spikes(), row, -1, subtract ? thresholdGradient : membrane);
            addAtFired(resets(), resetRow(row), 1, subtract ? thresholdGradient : membrane);
        }

        private void addAtFired(SpikeRows fired, int row, float sign, float[] to) {
            for (int k = fired.start(row); k < fired.end(row); k++) {
                int i = fired.indices()[k];
                to[i] += sign * immediate[i];
            }
        }

        /** Takes the reset of the step before into account: afterwards {@code membrane} is the gradient of the leaky sum. */
        private void throughReset(int row, float[] membrane) {
            if (isFirst(row) || reset == ResetRule.NONE) {
                return;
            }
            SpikeRows resets = resets();
            int from = resetRow(row);
            boolean losesInput = reset == ResetRule.ZERO && !zeroKeepsInput;
            for (int k = resets.start(from); k < resets.end(from); k++) {
                int i = resets.indices()[k];
                if (reset == ResetRule.SUBTRACT) {
                    thresholdGradient[i] -= membrane[i];
                } else if (losesInput) {
                    membrane[i] = 0;
                }
            }
        }

        private void throughInput(int row, int b, float[] membrane, float[] input) {
            if (hasCurrent) {
                float[] current = carriedCurrent[b];
                Kernels.add(current, membrane, size);
                System.arraycopy(current, 0, input, 0, size);
                if (!isFirst(row) && learns("alpha")) {
                    Kernels.addProduct(alphaGradient, currents[row - samples()], current, size);
                }
                Kernels.multiply(current, alpha, size);
            } else {
                System.arraycopy(membrane, 0, input, 0, size);
            }
            if (!isFirst(row)) {
                forgetOldPotentials(row, membrane);
                if (learns("beta")) {
                    Kernels.addProduct(betaGradient, membranes()[row - samples()], membrane, size);
                }
            }
            Kernels.multiply(membrane, beta, size);
        }

        /** After a reset to zero that keeps the input, no gradient reaches the old potential. */
        private void forgetOldPotentials(int row, float[] membrane) {
            if (reset != ResetRule.ZERO || !zeroKeepsInput) {
                return;
            }
            SpikeRows resets = resets();
            int from = resetRow(row);
            for (int k = resets.start(from); k < resets.end(from); k++) {
                membrane[resets.indices()[k]] = 0;
            }
        }

        @Override
        void addCollected(SliceGradients to) {
            addGradient("alpha", alphaGradient, true, to);
            addGradient("beta", betaGradient, true, to);
            addGradient("threshold", thresholdGradient, false, to);
        }
    }
}
