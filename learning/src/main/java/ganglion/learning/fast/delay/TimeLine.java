package ganglion.learning.fast.delay;

import java.util.Arrays;

/**
 * Values of all steps and samples with time innermost: one row per neuron, and in it the steps of one sample after those of the
 * other, each followed by steps of silence as long as the longest delay, so that no delay reaches into another sample. Delays as long as a sample
 * reach nothing in it; those that are longer need no more silence than they do.
 */
public final class TimeLine {

    private final int longest;
    private final int size;
    private float[][] rows = new float[0][0];
    private int steps;
    private int stride;
    private int length;

    /**
     * @param size number of neurons
     * @param longest the longest delay, in steps
     */
    public TimeLine(int size, int longest) {
        this.size = size;
        this.longest = longest;
    }

    /** Makes room for a batch, and forgets the one before. */
    public void begin(int stepCount, int samples) {
        steps = stepCount;
        stride = steps + Math.min(longest, steps);
        length = stride * samples;
        if (rows.length == 0 || rows[0].length < length) {
            rows = new float[size][length];
        }
        for (float[] row : rows) {
            Arrays.fill(row, 0, length, 0);
        }
    }

    /** Place of a step of a sample in each row. */
    public int place(int step, int sample) {
        return sample * stride + step;
    }

    /** Places from a step of a sample to the same step of the next one. */
    int stride() {
        return stride;
    }

    /** Number of values of a row that are in use, up to the silence behind the last sample. */
    int length() {
        return length - (stride - steps);
    }

    /** How many steps of a spread, from the first on, are shorter than a sample: others reach nothing. */
    int reach(int first, int spread) {
        return Math.max(0, Math.min(spread, steps - first));
    }

    /** Values of a neuron. */
    public float[] row(int neuron) {
        return rows[neuron];
    }

    /** Sets the values of all neurons at a step of a sample. */
    public void put(int step, int sample, float[] values) {
        int place = place(step, sample);
        for (int i = 0; i < size; i++) {
            rows[i][place] = values[i];
        }
    }

    /** Reads the values of all neurons at a step of a sample. */
    public void get(int step, int sample, float[] values) {
        int place = place(step, sample);
        for (int i = 0; i < size; i++) {
            values[i] = rows[i][place];
        }
    }
}
