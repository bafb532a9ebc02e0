package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikesByNeuron;
import ganglion.learning.fast.delay.ReturnedGradients;
import java.util.Arrays;

/** The gradients of a {@link FiringStage}, step by step: what all layers of neurons do alike on the way back. */
public abstract class StageGradients implements FiringBackward {

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
    protected StageGradients(FiringStage stage, FastRecurrence recurrence, SliceGradients gradients) {
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

    @Override
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

    @Override
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

    @Override
    public final float[][] inputGradients() {
        return inputGradients;
    }

    @Override
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
}
