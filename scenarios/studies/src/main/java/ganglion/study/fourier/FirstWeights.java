package ganglion.study.fourier;

import ganglion.kernel.random.CounterRandom;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.layer.LayerParameters;
import java.util.List;

/** Starting weights of dense layers: uniform within {@code +-1/sqrt(inputs)}, PyTorch's default; biases of 0. */
final class FirstWeights {

    private FirstWeights() {}

    static LayerParameters withoutBias(int inputs, int outputs, CounterRandom random) {
        return new LayerParameters(List.of(weight(inputs, outputs, random)));
    }

    static LayerParameters withBias(int inputs, int outputs, CounterRandom random) {
        Parameter bias = new Parameter("bias", new int[] {outputs}, true, new double[outputs]);
        return new LayerParameters(List.of(weight(inputs, outputs, random), bias));
    }

    private static Parameter weight(int inputs, int outputs, CounterRandom random) {
        double[] values = new double[inputs * outputs];
        double bound = 1 / Math.sqrt(inputs);
        for (int i = 0; i < values.length; i++) {
            values[i] = bound * (2 * random.uniform(i) - 1);
        }
        return new Parameter("weight", new int[] {outputs, inputs}, true, values);
    }
}
