package ganglion.learning.dense;

import java.util.SplittableRandom;

/**
 * {@code y = W x + b}, and its gradient. Inputs may be rounded to a grid first, as whole-number arithmetic does; gradients are those
 * without rounding.
 */
final class DenseLayer {

    private final int inputs;
    private final int outputs;
    private final double[] weights;
    private final double[] biases;
    private final double[] weightGradient;
    private final double[] biasGradient;

    /** Distance between the numbers that an input may be; 0 where all are allowed. */
    private final double inputStep;

    private final double largestInput;

    private DenseLayer(int inputs, double[] weights, double[] biases, double inputStep, double largestInput) {
        this.inputs = inputs;
        this.outputs = biases.length;
        this.weights = weights;
        this.biases = biases;
        this.weightGradient = new double[weights.length];
        this.biasGradient = new double[biases.length];
        this.inputStep = inputStep;
        this.largestInput = largestInput;
    }

    /** Weights and biases evenly within +-1/sqrt(inputs), as PyTorch starts from. */
    static DenseLayer create(int inputs, int outputs, SplittableRandom random) {
        double bound = 1 / Math.sqrt(inputs);
        double[] weights =
                random.doubles((long) inputs * outputs, -bound, bound).toArray();
        return new DenseLayer(
                inputs, weights, random.doubles(outputs, -bound, bound).toArray(), 0, 0);
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    /** Row after row, one an output; live. */
    double[] weights() {
        return weights;
    }

    /** Live. */
    double[] biases() {
        return biases;
    }

    /** Laid out as the weights; live. */
    double[] weightGradient() {
        return weightGradient;
    }

    /** Live. */
    double[] biasGradient() {
        return biasGradient;
    }

    /** The same with weights and inputs on grids of as many values on either side of 0. */
    DenseLayer rounded(int levels, double largest) {
        double step = largestMagnitude(weights) / levels;
        double[] grid = weights.clone();
        for (int i = 0; i < grid.length && step > 0; i++) {
            grid[i] = step * Math.rint(grid[i] / step);
        }
        return new DenseLayer(inputs, grid, biases.clone(), largest / levels, largest);
    }

    private static double largestMagnitude(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    double[] apply(double[] given) {
        double[] input = inputStep > 0 ? rounded(given) : given;
        double[] output = biases.clone();
        for (int o = 0; o < outputs; o++) {
            double sum = 0;
            int row = o * inputs;
            for (int i = 0; i < inputs; i++) {
                sum += weights[row + i] * input[i];
            }
            output[o] += sum;
        }
        return output;
    }

    private double[] rounded(double[] given) {
        double[] input = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            double inside = Math.max(-largestInput, Math.min(largestInput, given[i]));
            input[i] = inputStep * Math.rint(inside / inputStep);
        }
        return input;
    }

    /** Adds what one input adds to the gradients. */
    void addGradient(double[] input, double[] outputGradient) {
        for (int o = 0; o < outputs; o++) {
            double slope = outputGradient[o];
            biasGradient[o] += slope;
            int row = o * inputs;
            for (int i = 0; i < inputs && slope != 0; i++) {
                weightGradient[row + i] += slope * input[i];
            }
        }
    }

    /** From the gradient of the outputs to that of the inputs. */
    double[] backward(double[] outputGradient) {
        double[] inputGradient = new double[inputs];
        for (int o = 0; o < outputs; o++) {
            double slope = outputGradient[o];
            int row = o * inputs;
            for (int i = 0; i < inputs && slope != 0; i++) {
                inputGradient[i] += slope * weights[row + i];
            }
        }
        return inputGradient;
    }
}
