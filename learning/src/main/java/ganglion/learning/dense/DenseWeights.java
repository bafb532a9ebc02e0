package ganglion.learning.dense;

import ganglion.learning.model.Parameter;
import ganglion.learning.reference.layer.LayerChain;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.LinearLayer;
import java.util.List;
import java.util.SplittableRandom;

/** The numbers of one dense layer: a row of weights per output, and a bias per output. */
record DenseWeights(Parameter weight, Parameter bias) {

    private static DenseWeights of(int inputs, double[] weights, double[] biases) {
        return new DenseWeights(
                new Parameter("weight", new int[] {biases.length, inputs}, true, weights),
                new Parameter("bias", new int[] {biases.length}, true, biases));
    }

    /** Weights and biases uniform within {@code +-1/sqrt(inputs)}, PyTorch's default. */
    static DenseWeights create(int inputs, int outputs, SplittableRandom random) {
        double bound = 1 / Math.sqrt(inputs);
        return of(
                inputs,
                random.doubles((long) inputs * outputs, -bound, bound).toArray(),
                random.doubles(outputs, -bound, bound).toArray());
    }

    int inputs() {
        return weight.shape()[1];
    }

    int outputs() {
        return bias.size();
    }

    /** Adds a layer that computes with these numbers, and trains them. */
    void addTo(LayerChain chain) {
        LayerParameters parameters = new LayerParameters(List.of(weight, bias));
        chain.add(new LinearLayer(outputs(), parameters), parameters);
    }

    /** The same with weights rounded to a grid of {@code levels} values on either side of 0. */
    DenseWeights rounded(int levels) {
        double[] grid = weight.values().clone();
        double step = largestMagnitude(grid) / levels;
        for (int i = 0; i < grid.length && step > 0; i++) {
            grid[i] = step * Math.rint(grid[i] / step);
        }
        return of(inputs(), grid, bias.values().clone());
    }

    /** Largest magnitude of some values; 0 for none. */
    static double largestMagnitude(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
