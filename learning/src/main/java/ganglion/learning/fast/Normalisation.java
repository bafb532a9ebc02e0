package ganglion.learning.fast;

import ganglion.learning.fast.SliceStage.StageBody;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A layer of batch normalisation, shared by all slices: {@code y = scale (x - mean) + shift}, one value per position, with the
 * statistics of a batch while training and the running statistics in evaluation. Sums over slices are taken in the order of the slices
 * and in double precision, so that they do not depend on threads.
 *
 * <p>Means and squared distances of parts are joined as in Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm
 * for computing sample variances" (1979). The gradient is {@code scale (g - (sum g + n sum(g n)) / count)} with {@code n} the
 * normalised value.
 */
final class Normalisation {

    private final BatchNormalisation layer;
    private final int area;
    private final int channels;
    private final FloatParameter weight;
    private final FloatParameter bias;
    private final FloatParameter runningMean;
    private final FloatParameter runningVariance;
    private final double[] inverseDeviation;
    private final float[] mean;
    private final float[] scale;
    private final float[] shift;
    private final float[] pull;
    private final float[] slope;

    Normalisation(BatchNormalisation layer, LayerShape shape, Map<String, FloatParameter> parameters) {
        this.layer = layer;
        this.area = shape.area();
        this.channels = shape.channels();
        this.weight = parameters.get("weight");
        this.bias = parameters.get("bias");
        this.runningMean = parameters.get("running_mean");
        this.runningVariance = parameters.get("running_variance");
        this.inverseDeviation = new double[channels];
        this.mean = new float[shape.size()];
        this.scale = new float[shape.size()];
        this.shift = new float[shape.size()];
        this.pull = new float[shape.size()];
        this.slope = new float[shape.size()];
    }

    /** Uses the running statistics. */
    void useRunning() {
        for (int c = 0; c < channels; c++) {
            use(c, runningMean.rows()[0][c], runningVariance.rows()[0][c]);
        }
    }

    private void use(int channel, double meanOfChannel, double variance) {
        inverseDeviation[channel] = 1 / Math.sqrt(variance + layer.epsilon());
        for (int i = channel * area; i < (channel + 1) * area; i++) {
            mean[i] = (float) meanOfChannel;
            scale[i] = (float) (weight.rows()[0][channel] * inverseDeviation[channel]);
            shift[i] = bias.rows()[0][channel];
        }
    }

    /** Joins the statistics of all slices of a batch, and updates the running ones. */
    void useBatch(List<Normaliser> slices) {
        for (int c = 0; c < channels; c++) {
            double count = 0;
            double meanOfChannel = 0;
            double squares = 0;
            for (Normaliser slice : slices) {
                double added = slice.count();
                double distance = slice.first[c] - meanOfChannel;
                squares += slice.second[c] + distance * distance * count * added / (count + added);
                count += added;
                meanOfChannel += distance * added / count;
            }
            use(c, meanOfChannel, squares / count);
            move(runningMean, c, meanOfChannel);
            move(runningVariance, c, count > 1 ? squares / (count - 1) : squares);
        }
    }

    private void move(FloatParameter running, int channel, double newest) {
        float[] values = running.rows()[0];
        values[channel] = (float) ((1 - layer.momentum()) * values[channel] + layer.momentum() * newest);
    }

    /** Adds the gradients of weight and bias that a slice has found. */
    void addParameterGradients(Normaliser slice, SliceGradients gradients) {
        float[] ofWeight = gradients.of(weight)[0];
        float[] ofBias = gradients.of(bias)[0];
        for (int c = 0; c < channels; c++) {
            ofWeight[c] += (float) (slice.second[c] * inverseDeviation[c]);
            ofBias[c] += (float) slice.first[c];
        }
    }

    /** Sums the gradients of all slices for the backward pass through the statistics. */
    void useGradients(List<Normaliser> slices) {
        for (int c = 0; c < channels; c++) {
            double count = 0;
            double sum = 0;
            double product = 0;
            for (Normaliser slice : slices) {
                count += slice.count();
                sum += slice.first[c];
                product += slice.second[c];
            }
            double inverseVariance = inverseDeviation[c] * inverseDeviation[c];
            for (int i = c * area; i < (c + 1) * area; i++) {
                pull[i] = (float) (scale[i] * sum / count);
                slope[i] = (float) (scale[i] * inverseVariance * product / count);
            }
        }
    }

    /**
     * Batch normalisation of one slice. Stores its input of all steps: its output depends on the other slices, through the
     * statistics in the layer, which are updated when all slices have arrived here, going forward
     * ({@link #measure}) and going back ({@link #takeGradients}). Row {@code t * samples + b} is that of sample {@code b} at step
     * {@code t}; an input that is the same at all steps is stored once, and counts as often as there are steps.
     */
    final class Normaliser implements StageBody {

        /** Rows whose sum is taken in single precision. */
        private static final int BLOCK = 32;

        private final SliceGradients gradients;
        private float[][] values = new float[0][];
        private float[][] given = new float[0][];
        private float[][] ownGradients = new float[0][];
        private float[][] inputGradients = new float[0][];
        private final float[] block = new float[mean.length];
        private int samples;
        private int rows;
        private int repeats;

        private final double[] first = new double[channels];
        private final double[] second = new double[channels];

        Normaliser(SliceGradients gradients) {
            this.gradients = gradients;
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
                values = new float[rows][mean.length];
            }
            if (given.length < sampleCount) {
                given = new float[sampleCount][mean.length];
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
                Kernels.normalise(given[b], row, mean, scale, shift, mean.length);
            }
            to.setRows(given, samples);
        }

        /** Number of values of a channel in this slice, at all steps. */
        long count() {
            return (long) rows * repeats * (mean.length / channels);
        }

        /** Computes means and squared distances of the rows. */
        void measure() {
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
            sum(first, r -> Kernels.add(block, values[r], mean.length));
            float[] means = new float[mean.length];
            for (int c = 0; c < first.length; c++) {
                first[c] *= (double) repeats / count();
            }
            for (int i = 0; i < mean.length; i++) {
                means[i] = (float) first[i / area];
            }
            sum(second, r -> Kernels.addSquaredDistance(block, values[r], means, mean.length));
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
                for (int i = 0; i < mean.length; i++) {
                    ofChannel[i / area] += block[i];
                }
            }
        }

        /** Rows for the gradient with respect to the output of a step. */
        float[][] gradientRowsOf(int step) {
            if (ownGradients.length < rows) {
                ownGradients = new float[values.length][mean.length];
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
            sum(first, r -> Kernels.add(block, given[r], mean.length));
            sum(second, r -> Kernels.addProductWithDistance(block, given[r], values[r], mean, mean.length));
            addParameterGradients(this, gradients);
        }

        /** Turns the gradients that were taken into those with respect to the values in the rows, through the statistics too. */
        void backward() {
            for (int r = 0; r < rows; r++) {
                Kernels.denormalise(inputGradients[r], scale, repeats, pull, slope, values[r], mean, mean.length);
            }
        }

        @Override
        public float[][] inputGradients() {
            return inputGradients;
        }
    }
}
