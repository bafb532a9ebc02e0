package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.fast.delay.ReturnedGradients;
import java.util.Arrays;

/** A layer of neurons in one slice, going back through a {@link FiringStage} step by step. Owned by one thread. */
public abstract class FiringBackward {

    private final FiringStage stage;
    private final FastRecurrence recurrence;
    private final SliceGradients gradients;
    private final SpikesByNeuron byNeuron;
    /** {@code null} if the layer's own spikes come back without delays, or not at all. */
    private final ReturnedGradients delayed;

    /** {@code null} if all spikes are 1. */
    private final SpikeSizes sizes;

    private float[][] inputGradients = new float[0][];
    private float[][] membrane = new float[0][];

    /**
     * Gradients of a layer.
     *
     * @param stage that has gone forward
     * @param gradients of the parameters, to add to
     */
    protected FiringBackward(FiringStage stage, FastRecurrence recurrence, SliceGradients gradients) {
        this.stage = stage;
        this.recurrence = recurrence;
        this.gradients = gradients;
        this.byNeuron = new SpikesByNeuron(stage.size());
        this.sizes = stage.spikeSizes() == null ? null : new SpikeSizes(stage.spikeSizes());
        this.delayed = recurrence.delays() == null ? null : new ReturnedGradients(recurrence.delays(), gradients);
    }

    /** Starts a batch: forgets what was collected and carried in the one before. */
    protected abstract void begin();

    /**
     * Goes back through one step of one sample.
     *
     * @param row of the step and sample
     * @param b number of the sample
     * @param spike gradient with respect to whether neurons fired; may be overwritten
     * @param membrane gradient with respect to the potentials; afterwards with respect to those of the step before
     * @param input receives the gradient with respect to the input
     */
    protected abstract void through(int row, int b, float[] spike, float[] membrane, float[] input);

    /** Ends a batch: adds what was collected to the gradients of the layer's own parameters. */
    protected abstract void addCollected(SliceGradients to);

    /** Ends a batch of spikes that have sizes: adds the gradient with respect to each size. */
    protected void addSizeGradient(float[] gradient, SliceGradients to) {
        throw new IllegalStateException("spikes with sizes in a layer that has none");
    }

    /** Whether a row is of the first step, which none comes before. */
    protected final boolean isFirst(int row) {
        return row < stage.samples();
    }

    /** Rows of zeros to carry gradients in, one per sample: those given, where there are enough. */
    protected final float[][] cleared(float[][] rows) {
        int samples = stage.samples();
        if (rows.length < samples) {
            return new float[samples][stage.size()];
        }
        for (int b = 0; b < samples; b++) {
            Arrays.fill(rows[b], 0);
        }
        return rows;
    }

    /** Starts the backward pass of a batch. */
    public final void begin(int steps) {
        int rows = steps * stage.samples();
        if (inputGradients.length < rows) {
            inputGradients = new float[rows][stage.size()];
        }
        membrane = cleared(membrane);
        if (delayed != null) {
            delayed.begin(steps, stage.samples());
        }
        if (sizes != null) {
            sizes.begin();
        }
        begin();
    }

    /**
     * Goes back through one step; steps come in descending order.
     *
     * @param last whether it is the last step of the batch, hence the first to come
     * @param spikeGradient with respect to the spikes with their sizes, one row per sample; overwritten
     * @param membraneGradient with respect to the potentials; {@code null} for zero
     * @param firingGradient with respect to whether neurons fire, whatever the size of their spikes; {@code null} for zero
     */
    public final void backward(
            int step, boolean last, float[][] spikeGradient, float[][] membraneGradient, float[][] firingGradient) {
        if (delayed != null && !last) {
            delayed.addToSpikes(spikeGradient, step, stage.samples());
        } else if (!last) {
            recurrence.addToSpikes(spikeGradient, step, stage.samples(), inputGradients);
        }
        for (int b = 0; b < stage.samples(); b++) {
            int row = step * stage.samples() + b;
            if (membraneGradient != null) {
                Kernels.add(membrane[b], membraneGradient[b], stage.size());
            }
            if (sizes != null) {
                sizes.through(stage.spikes(), row, spikeGradient[b]);
            }
            if (firingGradient != null) {
                Kernels.add(spikeGradient[b], firingGradient[b], stage.size());
            }
            through(row, b, spikeGradient[b], membrane[b], inputGradients[row]);
        }
        if (delayed != null) {
            delayed.note(step, stage.samples(), inputGradients);
        }
    }

    /** Gradients with respect to the input of each step and sample, once {@link #backward} has been there. */
    public final float[][] inputGradients() {
        return inputGradients;
    }

    /** Adds the collected sums to the gradients of the parameters. */
    public final void finish(int steps) {
        recurrence.addGradients(steps, stage.samples(), stage.spikes(), inputGradients, byNeuron, gradients);
        if (delayed != null) {
            delayed.addGradients(stage.spikes(), steps, stage.samples());
        }
        addCollected(gradients);
        if (sizes != null) {
            addSizeGradient(sizes.gradient(), gradients);
        }
    }

    /** Graded spikes on the way back, in one slice: from the value that a spike has to the decision to fire. */
    public static final class SpikeSizes {

        private final float[] sizes;
        private final float[] gradient;

        /** @param sizes value of a spike of each neuron; read anew at each step */
        public SpikeSizes(float[] sizes) {
            this.sizes = sizes;
            this.gradient = new float[sizes.length];
        }

        /** Starts a batch. */
        public void begin() {
            Arrays.fill(gradient, 0);
        }

        /** Turns gradients with respect to what neurons gave at a step into those with respect to whether they fired. */
        public void through(SpikeRows spikes, int row, float[] spike) {
            for (int k = spikes.start(row); k < spikes.end(row); k++) {
                int i = spikes.indices()[k];
                gradient[i] += spike[i];
            }
            Kernels.multiply(spike, sizes, sizes.length);
        }

        /** Gradient with respect to each size, summed since {@link #begin}. */
        public float[] gradient() {
            return gradient;
        }
    }
}
