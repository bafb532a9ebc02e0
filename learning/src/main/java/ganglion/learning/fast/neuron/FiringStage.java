package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.delay.SpikesUnderWay;

/**
 * A layer of neurons in one slice, going forward: keeps what the backward pass needs of all steps, row by row. Row {@code t * samples + b}
 * is that of sample {@code b} at step {@code t}. Owned by one thread.
 */
public abstract class FiringStage {

    private final int size;
    private final SpikeRows spikes;
    private final float[] zeros;
    private final OwnSpikes ownSpikes;
    private float[][] membranes = new float[0][];
    private float[][] drive = new float[0][];
    private int samples;

    /**
     * A layer.
     *
     * @param size number of neurons
     * @param recurrence what its own spikes have to do with it
     */
    protected FiringStage(int size, FastRecurrence recurrence) {
        this.size = size;
        this.spikes = new SpikeRows(size);
        this.zeros = new float[size];
        this.ownSpikes = new OwnSpikes(recurrence);
    }

    /** Starts a batch. */
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
        ownSpikes.begin(steps, sampleCount);
        beginRows(rows);
    }

    /** Makes room for what else is kept of each row; not called where there is room already. */
    protected abstract void reserve(int rows);

    /** Forgets what else was kept of the batch before, if that must be. */
    protected void beginRows(int rows) {}

    /** The input of a step together with what spikes of the layer cause there, one row per sample; perhaps {@link #drive}. */
    protected final float[][] withOwnSpikes(float[][] input, int step) {
        return ownSpikes.addTo(input, drive, samples, step, spikes);
    }

    /** The row of the step before, zeros before the first. */
    protected final float[] before(float[][] rows, int row) {
        return row >= samples ? rows[row - samples] : zeros;
    }

    /** Number of neurons. */
    public final int size() {
        return size;
    }

    /** Number of samples of the batch. */
    public final int samples() {
        return samples;
    }

    /** Rows to put the input of a step into. */
    public final float[][] drive() {
        return drive;
    }

    /** Spikes of all steps. */
    public final SpikeRows spikes() {
        return spikes;
    }

    /** Potentials of all steps, each after its step. */
    public final float[][] membranes() {
        return membranes;
    }

    /**
     * One step of all samples.
     *
     * @param input one row per sample; changed only if it is {@link #drive}
     */
    public abstract void forward(int step, float[][] input);

    /** Value of a spike of each neuron; {@code null} if all are 1. */
    public float[] spikeSizes() {
        return null;
    }

    /** Value of a spike of a neuron. */
    public final float sizeOfSpike(int neuron) {
        return spikeSizes() == null ? 1 : spikeSizes()[neuron];
    }

    /** What a layer's own spikes add to its input, in one slice: at the next step or, through delays, later. */
    static final class OwnSpikes {

        private final FastRecurrence recurrence;
        /** {@code null} without delays. */
        private final SpikesUnderWay delayed;

        OwnSpikes(FastRecurrence recurrence) {
            this.recurrence = recurrence;
            this.delayed = recurrence.delays() == null ? null : new SpikesUnderWay(recurrence.delays());
        }

        /** Starts a batch. */
        void begin(int steps, int samples) {
            if (delayed != null) {
                delayed.begin(steps, samples);
            }
        }

        /** Adds to the input of a step; see {@link FastRecurrence#addTo}. */
        float[][] addTo(float[][] input, float[][] drive, int samples, int step, SpikeRows spikes) {
            float[][] total = recurrence.addTo(input, drive, samples, step, spikes);
            for (int b = 0; delayed != null && b < samples; b++) {
                if (step > 0) {
                    delayed.send(spikes, (step - 1) * samples + b, b, step - 1);
                }
                delayed.arrive(b, step, total[b]);
            }
            return total;
        }
    }
}
