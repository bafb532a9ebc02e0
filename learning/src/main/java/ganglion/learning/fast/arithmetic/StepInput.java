package ganglion.learning.fast.arithmetic;

import java.util.Arrays;

/** What reaches a connection at one step: spikes, or a row of numbers for each sample. */
public final class StepInput {

    private final int size;
    private SpikeRows spikes;
    private int firstRow;
    private float[][] rows;
    private int samples;
    private float[][] expanded = new float[0][];

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

    /** Numbers, one row a sample. */
    public void setRows(float[][] source, int sampleCount) {
        spikes = null;
        rows = source;
        samples = sampleCount;
    }

    public boolean isSpikes() {
        return spikes != null;
    }

    public SpikeRows spikes() {
        return spikes;
    }

    public int row(int sample) {
        return firstRow + sample;
    }

    public int samples() {
        return samples;
    }

    /** The input as numbers, whatever it came as. */
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
