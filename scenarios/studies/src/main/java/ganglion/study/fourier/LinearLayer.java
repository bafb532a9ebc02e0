package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;

/** Weights of outputs by inputs, without biases, and their gradient. */
public final class LinearLayer {

    private final int inputs;
    private final int outputs;
    private final double[] weights;
    private final double[] gradient;

    /** Starts from weights uniform within +-1/sqrt(inputs), as PyTorch does. */
    public LinearLayer(int inputs, int outputs, CounterRandom random) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = new double[inputs * outputs];
        this.gradient = new double[weights.length];
        double bound = 1 / Math.sqrt(inputs);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = bound * (2 * random.uniform(i) - 1);
        }
    }

    int outputs() {
        return outputs;
    }

    /** Row after row, one an output; live. */
    double[] weights() {
        return weights;
    }

    /** Laid out as the weights; live. */
    double[] gradient() {
        return gradient;
    }

    double[] apply(double[] input) {
        double[] output = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            double sum = 0;
            int row = o * inputs;
            for (int i = 0; i < inputs; i++) {
                sum += weights[row + i] * input[i];
            }
            output[o] = sum;
        }
        return output;
    }

    /** Adds what one sample adds to the gradient. */
    void addGradient(double[] input, double[] outputGradient) {
        for (int o = 0; o < outputs; o++) {
            double slope = outputGradient[o];
            int row = o * inputs;
            for (int i = 0; i < inputs; i++) {
                gradient[row + i] += slope * input[i];
            }
        }
    }

    /** From the gradient of the outputs to that of the inputs. */
    double[] backward(double[] outputGradient) {
        double[] inputGradient = new double[inputs];
        for (int o = 0; o < outputs; o++) {
            double slope = outputGradient[o];
            int row = o * inputs;
            for (int i = 0; i < inputs; i++) {
                inputGradient[i] += slope * weights[row + i];
            }
        }
        return inputGradient;
    }
}
