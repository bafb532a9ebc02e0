package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.LayerShape;
import java.util.Arrays;

/** Cross-correlation of maps, driven by the inputs that are not zero. */
public final class ConvolutionConnection implements FastConnection {

    private final LayerShape input;
    private final LayerShape output;
    private final int windowSize;
    private final Contacts contacts;
    private final FloatParameter weight;
    private final FloatParameter bias;
    private final SliceGradients gradients;

    /** @param bias {@code null} if there is none */
    public ConvolutionConnection(
            Convolution layer, LayerShape input, FloatParameter weight, FloatParameter bias, SliceGradients gradients) {
        this.input = input;
        this.output = layer.outputShape(input);
        this.windowSize = layer.window().height() * layer.window().width();
        this.contacts = new Contacts(input, output, layer.window());
        this.weight = weight;
        this.bias = bias;
        this.gradients = gradients;
    }

    @Override
    public int outputSize() {
        return output.size();
    }

    @Override
    public void forward(StepInput given, float[][] result) {
        float[][] rows = given.rows();
        for (int b = 0; b < given.samples(); b++) {
            for (int o = 0; o < output.channels(); o++) {
                float start = bias == null ? 0 : bias.rows()[0][o];
                Arrays.fill(result[b], o * output.area(), (o + 1) * output.area(), start);
            }
            for (int i = 0; i < input.size(); i++) {
                if (rows[b][i] != 0) {
                    spread(i, rows[b][i], result[b]);
                }
            }
        }
    }

    private void spread(int position, float value, float[] result) {
        int from = position % input.area();
        int kernel = position / input.area() * windowSize;
        for (int o = 0; o < output.channels(); o++) {
            float[] weights = weight.rows()[o];
            int base = o * output.area();
            for (int c = contacts.start(from); c < contacts.end(from); c++) {
                result[base + contacts.output(c)] += value * weights[kernel + contacts.window(c)];
            }
        }
    }

    @Override
    public void backward(StepInput given, float[][] outputGradient, float[][] inputGradient) {
        float[][] rows = given.rows();
        for (int b = 0; b < given.samples(); b++) {
            addBiasGradient(outputGradient[b]);
            for (int i = 0; i < input.size(); i++) {
                if (rows[b][i] != 0) {
                    addWeightGradient(i, rows[b][i], outputGradient[b]);
                }
                if (inputGradient != null) {
                    inputGradient[b][i] = collect(i, outputGradient[b]);
                }
            }
        }
    }

    private void addBiasGradient(float[] outputGradient) {
        for (int k = 0; bias != null && k < outputGradient.length; k++) {
            gradients.of(bias)[0][k / output.area()] += outputGradient[k];
        }
    }

    private void addWeightGradient(int position, float value, float[] outputGradient) {
        int from = position % input.area();
        int kernel = position / input.area() * windowSize;
        for (int o = 0; o < output.channels(); o++) {
            float[] gradient = gradients.of(weight)[o];
            int base = o * output.area();
            for (int c = contacts.start(from); c < contacts.end(from); c++) {
                gradient[kernel + contacts.window(c)] += value * outputGradient[base + contacts.output(c)];
            }
        }
    }

    private float collect(int position, float[] outputGradient) {
        int from = position % input.area();
        int kernel = position / input.area() * windowSize;
        float sum = 0;
        for (int o = 0; o < output.channels(); o++) {
            float[] weights = weight.rows()[o];
            int base = o * output.area();
            for (int c = contacts.start(from); c < contacts.end(from); c++) {
                sum += weights[kernel + contacts.window(c)] * outputGradient[base + contacts.output(c)];
            }
        }
        return sum;
    }
}
