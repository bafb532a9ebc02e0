package ganglion.learning.reference.layer;

import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Slider;
import java.util.Arrays;

/** What layers without neurons do after training, in double precision. */
public final class StatelessLayers {

    private StatelessLayers() {}

    /** {@code y = W x + b}, with a row of weights per output; {@code b} is 0 without a parameter {@code bias}. */
    public static Sequence dense(Dense layer, LayerParameters parameters, Sequence input) {
        double[] weight = parameters.values("weight");
        double[] bias = parameters.values("bias", new double[layer.outputs()]);
        double[] x = input.values();
        Sequence output = input.zerosOf(layer.outputs());
        for (int k = 0; k < output.values().length; k++) {
            int o = k % output.size();
            int to = o * input.size();
            int from = k / output.size() * input.size();
            double sum = 0;
            for (int i = 0; i < input.size(); i++) {
                sum += weight[to + i] * x[from + i];
            }
            output.values()[k] = sum + bias[o];
        }
        return output;
    }

    /**
     * Threshold-dependent batch normalisation by the running statistics. It multiplies by the inverse of the deviation: recorded figures
     * depend on the last bit.
     */
    public static Sequence normalisation(
            BatchNormalisation layer, LayerShape shape, LayerParameters parameters, Sequence input) {
        double[] weight = parameters.values("weight");
        double[] bias = parameters.values("bias");
        double[] mean = parameters.values("running_mean");
        double[] variance = parameters.values("running_variance");
        Sequence output = input.zerosOf(input.size());
        for (int k = 0; k < output.values().length; k++) {
            int c = k / shape.area() % shape.channels();
            double deviation = Math.sqrt(variance[c] + layer.epsilon());
            double normalised = (input.values()[k] - mean[c]) * (1 / deviation);
            output.values()[k] = weight[c] * normalised + bias[c];
        }
        return output;
    }

    /** Every input to every output, through a weight and a whole delay of its own; {@link Dense} has the equation. */
    public static Sequence delayed(Dense layer, LayerParameters parameters, Sequence input) {
        double[] weight = parameters.values("weight");
        double[] bias = parameters.values("bias", new double[layer.outputs()]);
        int[] delay = Arrays.stream(parameters.values("delay"))
                .mapToInt(layer.delays()::wholeSteps)
                .toArray();
        Sequence output = input.zerosOf(layer.outputs());
        for (int k = 0; k < output.values().length; k++) {
            int t = k / (output.size() * output.batch());
            int sample = k / output.size() % output.batch();
            int o = k % output.size();
            double sum = 0;
            for (int i = 0; i < input.size(); i++) {
                int synapse = o * input.size() + i;
                int from = t - delay[synapse];
                sum += from < 0 ? 0 : weight[synapse] * input.at(from, sample, i);
            }
            output.values()[k] = bias[o] + sum;
        }
        return output;
    }

    /** {@code y_i = g_i x_i}. */
    public static Sequence gain(LayerParameters parameters, Sequence input) {
        double[] gain = parameters.values("gain");
        Sequence output = input.zerosOf(input.size());
        for (int k = 0; k < input.values().length; k++) {
            output.values()[k] = gain[k % gain.length] * input.values()[k];
        }
        return output;
    }

    /** Sums or averages windows of each channel. */
    public static Sequence pooling(Pooling layer, LayerShape inputShape, Sequence input) {
        LayerShape outputShape = layer.outputShape(inputShape);
        double share = layer.average()
                ? 1.0 / (layer.window().height() * layer.window().width())
                : 1;
        Slider slider = new Slider(inputShape, outputShape, layer.window());
        Sequence output = input.zerosOf(outputShape.size());
        for (int map = 0; map < input.rows() * inputShape.channels(); map++) {
            int to = map * outputShape.area();
            int from = map * inputShape.area();
            slider.forEach((o, i, k) -> output.values()[to + o] += share * input.values()[from + i]);
        }
        return output;
    }

    /** Cross-correlation of maps with zero padding. */
    public static Sequence convolution(
            Convolution layer, LayerShape inputShape, LayerParameters parameters, Sequence input) {
        LayerShape outputShape = layer.outputShape(inputShape);
        int windowSize = layer.window().height() * layer.window().width();
        Slider slider = new Slider(inputShape, outputShape, layer.window());
        double[] weight = parameters.values("weight");
        double[] bias = parameters.values("bias", new double[layer.channels()]);
        double[] x = input.values();
        Sequence output = input.zerosOf(outputShape.size());
        double[] y = output.values();
        for (int map = 0; map < input.rows() * outputShape.channels(); map++) {
            int row = map / outputShape.channels();
            int o = map % outputShape.channels();
            int outputStart = map * outputShape.area();
            for (int i = 0; i < inputShape.channels(); i++) {
                int inputStart = row * inputShape.size() + i * inputShape.area();
                int weightStart = (o * inputShape.channels() + i) * windowSize;
                slider.forEach((to, from, k) -> y[outputStart + to] += weight[weightStart + k] * x[inputStart + from]);
            }
        }
        for (int k = 0; k < y.length; k++) {
            y[k] += bias[k / outputShape.area() % bias.length];
        }
        return output;
    }
}
