package ganglion.learning.reference.layer;

import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.LayerShape;
import java.util.Arrays;

/**
 * Threshold-dependent batch normalisation, with the statistics of all steps and samples jointly. Training divides by the deviation,
 * evaluation multiplies by its inverse: recorded figures depend on the last bit of both.
 */
public final class BatchNormalisationLayer implements ReferenceLayer {

    private final BatchNormalisation layer;
    private final int channels;
    private final int area;
    private final double[] weight;
    private final double[] bias;
    private final double[] runningMean;
    private final double[] runningVariance;
    private final double[] weightGradient;
    private final double[] biasGradient;
    private final double[] deviation;
    private double[] normalised;
    private boolean held;
    private boolean usedBatchStatistics;

    /** @param parameters {@code weight}, {@code bias}, {@code running_mean} and {@code running_variance}, one value per channel */
    public BatchNormalisationLayer(BatchNormalisation layer, LayerShape shape, LayerParameters parameters) {
        this.layer = layer;
        this.channels = shape.channels();
        this.area = shape.area();
        this.weight = parameters.values("weight");
        this.bias = parameters.values("bias");
        this.runningMean = parameters.values("running_mean");
        this.runningVariance = parameters.values("running_variance");
        this.weightGradient = parameters.gradient("weight");
        this.biasGradient = parameters.gradient("bias");
        this.deviation = new double[channels];
    }

    /** Whether training uses the running statistics without updating them. */
    public void hold(boolean running) {
        held = running;
    }

    private int channel(int position) {
        return position / area % channels;
    }

    @Override
    public Sequence forward(Sequence input, boolean training) {
        usedBatchStatistics = training && !held;
        double[] mean = runningMean.clone();
        double[] variance = runningVariance.clone();
        if (usedBatchStatistics) {
            measure(input, mean, variance);
        }
        for (int c = 0; c < channels; c++) {
            deviation[c] = Math.sqrt(variance[c] + layer.epsilon());
        }
        normalised = new double[input.values().length];
        Sequence output = input.zerosOf(input.size());
        for (int k = 0; k < normalised.length; k++) {
            int c = channel(k);
            double distance = input.values()[k] - mean[c];
            normalised[k] = training ? distance / deviation[c] : distance * (1 / deviation[c]);
            output.values()[k] = weight[c] * normalised[k] + bias[c];
        }
        return output;
    }

    private void measure(Sequence input, double[] mean, double[] variance) {
        double[] values = input.values();
        double count = (double) values.length / channels;
        Arrays.fill(mean, 0);
        Arrays.fill(variance, 0);
        for (int k = 0; k < values.length; k++) {
            mean[channel(k)] += values[k] / count;
        }
        for (int k = 0; k < values.length; k++) {
            double distance = values[k] - mean[channel(k)];
            variance[channel(k)] += distance * distance / count;
        }
        double newest = layer.momentum();
        for (int c = 0; c < channels; c++) {
            double unbiased = count > 1 ? variance[c] * count / (count - 1) : variance[c];
            runningMean[c] += newest * (mean[c] - runningMean[c]);
            runningVariance[c] += newest * (unbiased - runningVariance[c]);
        }
    }

    @Override
    public Sequence backward(Sequence gradient) {
        double[] g = gradient.values();
        double count = (double) g.length / channels;
        double[] sum = new double[channels];
        double[] dot = new double[channels];
        for (int k = 0; k < g.length; k++) {
            sum[channel(k)] += g[k];
            dot[channel(k)] += g[k] * normalised[k];
        }
        for (int c = 0; c < channels; c++) {
            biasGradient[c] += sum[c];
            weightGradient[c] += dot[c];
        }
        Sequence back = gradient.zerosOf(gradient.size());
        for (int k = 0; k < g.length; k++) {
            int c = channel(k);
            double throughStatistics = usedBatchStatistics ? (sum[c] + normalised[k] * dot[c]) / count : 0;
            back.values()[k] = weight[c] * (1 / deviation[c]) * (g[k] - throughStatistics);
        }
        return back;
    }
}
