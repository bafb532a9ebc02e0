package ganglion.learning.reference.layer;

import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Slider;

/** Cross-correlation of maps with zero padding. */
public final class ConvolutionLayer implements ReferenceLayer {

    private final LayerShape inputShape;
    private final LayerShape outputShape;
    private final int windowSize;
    private final Slider slider;
    private final double[] weight;
    private final double[] bias;
    private final double[] weightGradient;
    private final double[] biasGradient;
    private Sequence input;

    /** @param parameters {@code weight}, and {@code bias} if the layer has one */
    public ConvolutionLayer(Convolution layer, LayerShape inputShape, LayerParameters parameters) {
        this.inputShape = inputShape;
        this.outputShape = layer.outputShape(inputShape);
        this.windowSize = layer.window().height() * layer.window().width();
        this.slider = new Slider(inputShape, outputShape, layer.window());
        this.weight = parameters.values("weight");
        this.bias = parameters.values("bias", new double[layer.channels()]);
        this.weightGradient = parameters.gradient("weight");
        this.biasGradient = parameters.gradient("bias", layer.channels());
    }

    /** What happens for each pair of an output and an input channel: where they start in a row, and their weights. */
    private interface ChannelPair {
        void at(int outputStart, int inputStart, int weightStart);
    }

    private void forEachPair(int row, ChannelPair pair) {
        for (int o = 0; o < outputShape.channels(); o++) {
            for (int i = 0; i < inputShape.channels(); i++) {
                pair.at(
                        row * outputShape.size() + o * outputShape.area(),
                        row * inputShape.size() + i * inputShape.area(),
                        (o * inputShape.channels() + i) * windowSize);
            }
        }
    }

    @Override
    public Sequence forward(Sequence given, boolean training) {
        input = given;
        Sequence output = given.zerosOf(outputShape.size());
        double[] x = given.values();
        double[] y = output.values();
        for (int row = 0; row < given.rows(); row++) {
            forEachPair(
                    row,
                    (outputStart, inputStart, weightStart) -> slider.forEach(
                            (to, from, k) -> y[outputStart + to] += weight[weightStart + k] * x[inputStart + from]));
        }
        for (int k = 0; k < y.length; k++) {
            y[k] += bias[k / outputShape.area() % bias.length];
        }
        return output;
    }

    @Override
    public Sequence backward(Sequence gradient) {
        Sequence back = input.zerosOf(inputShape.size());
        double[] x = input.values();
        double[] g = gradient.values();
        double[] dx = back.values();
        for (int row = 0; row < input.rows(); row++) {
            forEachPair(
                    row,
                    (outputStart, inputStart, weightStart) -> slider.forEach((to, from, k) -> {
                        weightGradient[weightStart + k] += g[outputStart + to] * x[inputStart + from];
                        dx[inputStart + from] += g[outputStart + to] * weight[weightStart + k];
                    }));
        }
        for (int k = 0; k < g.length; k++) {
            biasGradient[k / outputShape.area() % bias.length] += g[k];
        }
        return back;
    }
}
