package ganglion.study.fourier;

import java.util.Arrays;

/**
 * Brings each input to mean 0 and variance 1, then scales and shifts it (Ioffe and Szegedy, ICML 2015, with PyTorch's momentum of
 * 0.1 and epsilon of 1e-5). In training by the statistics of the batch; afterwards, or if they are held, by running averages.
 */
final class BatchNorm {

    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;

    private final double[] mean;
    private final double[] variance;
    private final double[] scale;
    private final double[] shift;
    private final double[] scaleGradient;
    private final double[] shiftGradient;
    private double[] deviations;
    private double[][] normalised;

    BatchNorm(int size) {
        mean = new double[size];
        variance = new double[size];
        scale = new double[size];
        shift = new double[size];
        scaleGradient = new double[size];
        shiftGradient = new double[size];
        Arrays.fill(variance, 1);
        Arrays.fill(scale, 1);
    }

    double[] scale() {
        return scale;
    }

    double[] shift() {
        return shift;
    }

    double[] scaleGradient() {
        return scaleGradient;
    }

    double[] shiftGradient() {
        return shiftGradient;
    }

    double[] apply(double[] input) {
        double[] output = new double[input.length];
        for (int i = 0; i < input.length; i++) {
            output[i] = scale[i] * (input[i] - mean[i]) / Math.sqrt(variance[i] + EPSILON) + shift[i];
        }
        return output;
    }

    /**
     * Forward pass of a batch, in training.
     *
     * @param held whether statistics stay as they are, and the averages are used
     */
    double[][] train(double[][] batch, boolean held) {
        int size = mean.length;
        double[] means = held ? mean : new double[size];
        double[] variances = held ? variance : new double[size];
        if (!held) {
            measure(batch, means, variances);
        }
        deviations = Arrays.stream(variances).map(v -> Math.sqrt(v + EPSILON)).toArray();
        normalised = new double[batch.length][size];
        double[][] output = new double[batch.length][size];
        for (int b = 0; b < batch.length; b++) {
            for (int i = 0; i < size; i++) {
                normalised[b][i] = (batch[b][i] - means[i]) / deviations[i];
                output[b][i] = scale[i] * normalised[b][i] + shift[i];
            }
        }
        return output;
    }

    private void measure(double[][] batch, double[] means, double[] variances) {
        for (double[] row : batch) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / batch.length;
            }
        }
        for (double[] row : batch) {
            for (int i = 0; i < means.length; i++) {
                variances[i] += (row[i] - means[i]) * (row[i] - means[i]) / batch.length;
            }
        }
        for (int i = 0; i < means.length; i++) {
            double unbiased = batch.length > 1 ? variances[i] * batch.length / (batch.length - 1) : variances[i];
            mean[i] += MOMENTUM * (means[i] - mean[i]);
            variance[i] += MOMENTUM * (unbiased - variance[i]);
        }
    }

    /** Gradients of scale and shift. That of the input is not needed, as the layer below is not trained. */
    void addGradient(double[][] outputGradient) {
        for (int b = 0; b < outputGradient.length; b++) {
            for (int i = 0; i < scale.length; i++) {
                scaleGradient[i] += outputGradient[b][i] * normalised[b][i];
                shiftGradient[i] += outputGradient[b][i];
            }
        }
    }
}
