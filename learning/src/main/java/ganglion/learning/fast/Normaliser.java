package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import java.util.Arrays;

/**
 * Batch normalisation of one slice. Stores its input of all steps: its output depends on the other slices, through the
 * statistics in {@link Normalisation}, which are updated when all slices have arrived here, going forward
 * ({@link #measure}) and going back ({@link #takeGradients}). Row {@code t * samples + b} is that of sample {@code b} at step
 * {@code t}; an input that is the same at all steps is stored once, and counts as often as there are steps.
 */
final class Normaliser implements StageBody {

    /** Rows whose sum is taken in single precision. */
    private static final int BLOCK = 32;

    private final Normalisation shared;
    private final SliceGradients gradients;
    private final int size;
    private float[][] values = new float[0][];
    private float[][] given = new float[0][];
    private float[][] ownGradients = new float[0][];
    private float[][] inputGradients = new float[0][];
    private final float[] block;
    private int samples;
    private int rows;
    private int repeats;

    private final double[] first;
    private final double[] second;

    Normaliser(Normalisation shared, SliceGradients gradients) {
        this.shared = shared;
        this.gradients = gradients;
        this.size = shared.size();
        this.block = new float[size];
        this.first = new double[shared.channels()];
        this.second = new double[shared.channels()];
    }

    @Override
    public void begin(int steps, int sampleCount) {
        begin(steps, sampleCount, 1);
    }

    /** Starts a batch whose steps are all the same. */
    void beginConstant(int steps, int sampleCount) {
        begin(1, sampleCount, steps);
    }

    private void begin(int steps, int sampleCount, int each) {
        samples = sampleCount;
        rows = steps * sampleCount;
        repeats = each;
        if (values.length < rows) {
            values = new float[rows][size];
        }
        if (given.length < sampleCount) {
            given = new float[sampleCount][size];
        }
    }

    /** Rows to put the input of a step into. */
    float[][] rowsOf(int step) {
        return Arrays.copyOfRange(values, step * samples, (step + 1) * samples);
    }

    @Override
    public void present(int step, StepInput to) {
        for (int b = 0; b < samples; b++) {
            float[] row = values[step * samples + b];
            Kernels.normalise(given[b], row, shared.mean(), shared.scale(), shared.shift(), size);
        }
        to.setRows(given, samples);
    }

    /** Number of values of a channel in this slice, at all steps. */
    long count() {
        return (long) rows * repeats * (size / shared.channels());
    }

    /** What belongs to a channel: a mean while going forward, the sum of gradients while going back. */
    double first(int channel) {
        return first[channel];
    }

    /** What belongs to a channel: the sum of squared distances from the mean, or of gradients times distances. */
    double second(int channel) {
        return second[channel];
    }

    /** Computes means and squared distances of the rows. */
    void measure() {
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        sum(first, r -> Kernels.add(block, values[r], size));
        float[] mean = new float[size];
        for (int c = 0; c < first.length; c++) {
            first[c] *= (double) repeats / count();
        }
        for (int i = 0; i < size; i++) {
            mean[i] = (float) first[shared.channel(i)];
        }
        sum(second, r -> Kernels.addSquaredDistance(block, values[r], mean, size));
        for (int c = 0; c < second.length; c++) {
            second[c] *= repeats;
        }
    }

    private interface RowSum {
        /** Adds the terms of a row to the block. */
        void add(int row);
    }

    /** Adds what all rows give to the sums of the channels: long sums in double precision, of short ones in single. */
    private void sum(double[] ofChannel, RowSum terms) {
        for (int from = 0; from < rows; from += BLOCK) {
            Arrays.fill(block, 0);
            for (int r = from; r < Math.min(rows, from + BLOCK); r++) {
                terms.add(r);
            }
            for (int i = 0; i < size; i++) {
                ofChannel[shared.channel(i)] += block[i];
            }
        }
    }

    /** Rows for the gradient with respect to the output of a step. */
    float[][] gradientRowsOf(int step) {
        if (ownGradients.length < rows) {
            ownGradients = new float[values.length][size];
        }
        return Arrays.copyOfRange(ownGradients, step * samples, (step + 1) * samples);
    }

    /** Takes the gradients that were put into {@link #gradientRowsOf}, and adds to those of the parameters. */
    void takeGradients() {
        takeGradients(ownGradients);
    }

    /**
     * Takes the gradients with respect to the output, and adds to those of the parameters.
     *
     * @param given one row per step and sample; {@link #backward} overwrites them
     */
    void takeGradients(float[][] given) {
        inputGradients = given;
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        sum(first, r -> Kernels.add(block, given[r], size));
        sum(second, r -> Kernels.addProductWithDistance(block, given[r], values[r], shared.mean(), size));
        shared.addParameterGradients(this, gradients);
    }

    /** Turns the gradients that were taken into those with respect to the values in the rows, through the statistics too. */
    void backward() {
        for (int r = 0; r < rows; r++) {
            Kernels.denormalise(
                    inputGradients[r],
                    shared.scale(),
                    repeats,
                    shared.pull(),
                    shared.slope(),
                    values[r],
                    shared.mean(),
                    size);
        }
    }

    @Override
    public float[][] inputGradients() {
        return inputGradients;
    }
}
