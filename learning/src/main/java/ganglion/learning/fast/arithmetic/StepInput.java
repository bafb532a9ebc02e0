package ganglion.learning.fast.arithmetic;

import java.util.Arrays;

/** Input of a connection at one step: spikes, or one row of numbers per sample, as graded spikes are. */
public final class StepInput {

    private final int size;
    private SpikeRows spikes;
    /** Value of a spike of each neuron; {@code null} if all are 1. */
    private float[] spikeSizes;

    private int firstRow;
    private float[][] rows;
    private int samples;
    private float[][] expanded = new float[0][];

    /** @param size number of values per sample */
    public StepInput(int size) {
        this.size = size;
    }

    /** Spikes, of which sample {@code b} has row {@code row + b}. */
    public void setSpikes(SpikeRows source, int row, int sampleCount) {
        setGradedSpikes(source, row, sampleCount, null);
    }

    /**
     * Spikes of different sizes.
     *
     * @param sizes value of a spike of each neuron; {@code null} if all are 1
     */
    public void setGradedSpikes(SpikeRows source, int row, int sampleCount, float[] sizes) {
        spikes = source;
        spikeSizes = sizes;
        firstRow = row;
        rows = null;
        samples = sampleCount;
    }

    /** Numbers, one row per sample. */
    public void setRows(float[][] source, int sampleCount) {
        spikes = null;
        rows = source;
        samples = sampleCount;
    }

    /** Whether the input is spikes of size 1. */
    public boolean isSpikes() {
        return spikes != null && spikeSizes == null;
    }

    /** The spikes of all rows; {@code null} if the input is numbers. */
    public SpikeRows spikes() {
        return spikes;
    }

    /** Row of a sample in {@link #spikes}. */
    public int row(int sample) {
        return firstRow + sample;
    }

    /** Number of samples. */
    public int samples() {
        return samples;
    }

    /** The input as numbers, whether it is spikes or numbers. */
    public float[][] rows() {
        if (spikes == null) {
            return rows;
        }
        if (expanded.length < samples) {
            expanded = new float[samples][size];
        }
        for (int b = 0; b < samples; b++) {
            Arrays.fill(expanded[b], 0);
            for (int k = spikes.start(row(b)); k < spikes.end(row(b)); k++) {
                int i = spikes.indices()[k];
                expanded[b][i] = spikeSizes == null ? 1 : spikeSizes[i];
            }
        }
        return expanded;
    }
}
