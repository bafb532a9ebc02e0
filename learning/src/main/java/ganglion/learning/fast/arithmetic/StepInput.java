package ganglion.learning.fast.arithmetic;

import java.util.Arrays;

/** Input of a connection at one step: spikes, or one row of numbers per sample. */
public final class StepInput {

    private final int size;
    private SpikeRows spikes;
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
        spikes = source;
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

    /** Whether the input is spikes. */
    public boolean isSpikes() {
        return spikes != null;
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
                expanded[b][spikes.indices()[k]] = 1;
            }
        }
        return expanded;
    }
}
