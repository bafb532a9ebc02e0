package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.SpikeRows;

/** Spikes and potentials of a {@link FiringStage}, row by row: row {@code t * samples + b} is that of sample {@code b} at step {@code t}. */
public abstract class StageRows implements FiringStage {

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
    protected StageRows(int size, FastRecurrence recurrence) {
        this.size = size;
        this.spikes = new SpikeRows(size);
        this.zeros = new float[size];
        this.ownSpikes = new OwnSpikes(recurrence);
    }

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

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final int samples() {
        return samples;
    }

    @Override
    public final float[][] drive() {
        return drive;
    }

    @Override
    public final SpikeRows spikes() {
        return spikes;
    }

    @Override
    public final float[][] membranes() {
        return membranes;
    }
}
