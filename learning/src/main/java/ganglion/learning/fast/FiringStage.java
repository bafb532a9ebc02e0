package ganglion.learning.fast;

import ganglion.learning.fast.SliceStage.StageBody;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.surrogate.Surrogate;
import java.util.Arrays;
import java.util.Map;

/**
 * A layer of neurons in one slice: forward, keeping what the way back needs of all steps, and back. Row {@code t * samples + b} is that of
 * sample {@code b} at step {@code t}. Owned by one thread.
 */
abstract class FiringStage implements StageBody {

    /** Number of neurons. */
    final int size;

    private final FastRecurrence recurrence;
    private final Surrogate surrogate;
    private final SliceGradients gradients;
    private final float[] distance;
    /** What went through the last decision to fire. */
    final float[] decided;

    private final SpikeRows spikes;
    private final SpikesByNeuron byNeuron;
    private final float[] zeros;
    private float[][] membranes = new float[0][];
    private float[][] drive = new float[0][];
    private float[][] inputGradients = new float[0][];
    private float[][] carried = new float[0][];
    private int samples;

    /**
     * A layer.
     *
     * @param parameters of the layer
     * @param gradients of the parameters, to add to
     */
    FiringStage(FiringParameters parameters, SliceGradients gradients) {
        this.size = parameters.size;
        this.recurrence = parameters.recurrence;
        this.surrogate = parameters.layer.surrogate();
        this.gradients = gradients;
        this.distance = new float[size];
        this.decided = new float[size];
        this.spikes = new SpikeRows(size);
        this.byNeuron = new SpikesByNeuron(size);
        this.zeros = new float[size];
    }

    /** Makes room for what else is kept of each row; not called where there is room already. */
    abstract void reserve(int rows);

    /** Forgets what else was kept of the batch before, if that must be. */
    void beginRows(int rows) {}

    /**
     * One step of all samples.
     *
     * @param input one row per sample; changed only if it is {@link #drive}
     */
    abstract void forward(int step, float[][] input);

    /** Begins to go back: forgets what was collected and carried in the batch before. */
    abstract void beginCollecting();

    /**
     * Goes back through one step of one sample.
     *
     * @param row of the step and sample
     * @param b number of the sample
     * @param spike gradient with respect to the spikes; may be overwritten
     * @param membrane gradient with respect to the potentials; afterwards with respect to those of the step before
     * @param input receives the gradient with respect to the input
     */
    abstract void through(int row, int b, float[] spike, float[] membrane, float[] input);

    /** Ends a batch: adds what was collected to the gradients of the layer's own parameters. */
    abstract void addCollected(SliceGradients to);

    /** Starts a batch. */
    @Override
    public final void begin(int steps, int sampleCount) {
        samples = sampleCount;
        int rows = steps * sampleCount;
        spikes.clear(rows);
        if (membranes.length < rows) {
            membranes = new float[rows][size];
            reserve(rows);
        }
        if (drive.length < sampleCount) {
            drive = new float[sampleCount][size];
        }
        beginRows(rows);
    }

    /** The input of a step together with what spikes of the layer cause there, one row per sample; perhaps {@link #drive}. */
    final float[][] withOwnSpikes(float[][] input, int step) {
        return recurrence.addTo(input, drive, samples, step, spikes);
    }

    /** The row of the step before, zeros before the first. */
    final float[] before(float[][] rows, int row) {
        return row >= samples ? rows[row - samples] : zeros;
    }

    /** Whether a row is of the first step, which none comes before. */
    final boolean isFirst(int row) {
        return row < samples;
    }

    /** Rows of zeros to carry gradients in, one per sample: those given, where there are enough. */
    final float[][] cleared(float[][] rows) {
        if (rows.length < samples) {
            return new float[samples][size];
        }
        for (int b = 0; b < samples; b++) {
            Arrays.fill(rows[b], 0);
        }
        return rows;
    }

    /** Starts the backward pass of a batch. */
    final void beginBackward(int steps) {
        int rows = steps * samples;
        if (inputGradients.length < rows) {
            inputGradients = new float[rows][size];
        }
        carried = cleared(carried);
        beginCollecting();
    }

    /**
     * Goes back through one step; steps come in descending order.
     *
     * @param last whether it is the last step of the batch, hence the first to come
     * @param spikeGradient of the loss with respect to the spikes, one row per sample; overwritten
     * @param membraneGradient with respect to the potentials; {@code null} for zero
     * @param priceGradient of the penalty with respect to the spikes; {@code null} for zero
     */
    final void backward(
            int step, boolean last, float[][] spikeGradient, float[][] membraneGradient, float[][] priceGradient) {
        if (!last) {
            recurrence.addToSpikes(spikeGradient, step, samples, inputGradients);
        }
        for (int b = 0; b < samples; b++) {
            int row = step * samples + b;
            if (membraneGradient != null) {
                Kernels.add(carried[b], membraneGradient[b], size);
            }
            if (priceGradient != null) {
                Kernels.add(spikeGradient[b], priceGradient[b], size);
            }
            through(row, b, spikeGradient[b], carried[b], inputGradients[row]);
        }
    }

    /** Adds the gradient through the decision to fire to {@code membrane}, and keeps what was added in {@link #decided}. */
    final void throughDecision(float[] potential, float[] threshold, float[] spike, float[] membrane) {
        Kernels.difference(distance, potential, threshold, size);
        surrogate.derivatives(distance, decided, size);
        Kernels.multiply(decided, spike, size);
        Kernels.add(membrane, decided, size);
    }

    /** Adds the collected sums to the gradients of the parameters. */
    final void finish(int steps) {
        recurrence.addGradients(steps, samples, spikes, inputGradients, byNeuron, gradients);
        addCollected(gradients);
    }

    /** Number of neurons. */
    final int size() {
        return size;
    }

    /** Number of samples of the batch. */
    final int samples() {
        return samples;
    }

    /** Rows to put the input of a step into. */
    final float[][] drive() {
        return drive;
    }

    /** Spikes of all steps. */
    final SpikeRows spikes() {
        return spikes;
    }

    /** Potentials of all steps, each after its step. */
    final float[][] membranes() {
        return membranes;
    }

    @Override
    public final void present(int step, StepInput to) {
        to.setSpikes(spikes, step * samples, samples);
    }

    /** Whether its neurons can fire. */
    boolean fires() {
        return true;
    }

    /** Gradients with respect to the input of each step and sample, once {@link #backward} has been there. */
    @Override
    public final float[][] inputGradients() {
        return inputGradients;
    }

    /** What is derived from the parameters of a layer of neurons. Shared by all slices. */
    abstract static class FiringParameters {

        /** Number of neurons. */
        final int size;

        /** Parameters of the layer, by name. */
        final Map<String, FloatParameter> parameters;

        private final FiringLayer layer;
        private final FastRecurrence recurrence;

        FiringParameters(FiringLayer layer, int size, Map<String, FloatParameter> parameters) {
            this.layer = layer;
            this.size = size;
            this.parameters = parameters;
            this.recurrence = new FastRecurrence(layer, size, parameters);
        }

        /** Reads the present values of the parameters. */
        void refresh() {
            recurrence.refresh();
        }

        /** The layer in a slice, whose gradients it adds to. */
        abstract FiringStage stage(SliceGradients gradients);
    }
}
