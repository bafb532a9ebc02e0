package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
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

    int size() {
        return mean.length;
    }

    int channels() {
        return channels;
    }

    int channel(int position) {
        return position / area;
    }

    float[] mean() {
        return mean;
    }

    float[] scale() {
        return scale;
    }

    float[] shift() {
        return shift;
    }

    /** Part of the gradient that all values of a batch share. */
    float[] pull() {
        return pull;
    }

    /** Part of the gradient that goes with the distance from the mean. */
    float[] slope() {
        return slope;
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
                double distance = slice.first(c) - meanOfChannel;
                squares += slice.second(c) + distance * distance * count * added / (count + added);
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
            ofWeight[c] += (float) (slice.second(c) * inverseDeviation[c]);
            ofBias[c] += (float) slice.first(c);
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
                sum += slice.first(c);
                product += slice.second(c);
            }
            double inverseVariance = inverseDeviation[c] * inverseDeviation[c];
            for (int i = c * area; i < (c + 1) * area; i++) {
                pull[i] = (float) (scale[i] * sum / count);
                slope[i] = (float) (scale[i] * inverseVariance * product / count);
            }
        }
    }
}
