package ganglion.learning.reference.layer;

/** {@code y = W x + b}. */
public final class LinearLayer implements ReferenceLayer {

    private final int outputs;
    private final double[] weight;
    private final double[] bias;
    private final double[] weightGradient;
    private final double[] biasGradient;
    private Sequence input;

    public LinearLayer(int outputs, LayerParameters parameters) {
        this.outputs = outputs;
        this.weight = parameters.values("weight");
        this.bias = parameters.values("bias", new double[outputs]);
        this.weightGradient = parameters.gradient("weight");
        double[] gradient = parameters.gradient("bias");
        this.biasGradient = gradient.length == outputs ? gradient : new double[outputs];
    }

    @Override
    public Sequence forward(Sequence given, boolean training) {
        input = given;
        int inputs = given.size();
        Sequence output = given.zerosOf(outputs);
        for (int row = 0; row < given.rows(); row++) {
            for (int o = 0; o < outputs; o++) {
                double sum = 0;
                for (int i = 0; i < inputs; i++) {
                    sum += weight[o * inputs + i] * given.values()[row * inputs + i];
                }
                output.values()[row * outputs + o] = sum + bias[o];
            }
        }
        return output;
    }

    @Override
    public Sequence backward(Sequence gradient) {
        int inputs = input.size();
        Sequence back = input.zerosOf(inputs);
        for (int row = 0; row < input.rows(); row++) {
            for (int o = 0; o < outputs; o++) {
                double g = gradient.values()[row * outputs + o];
                biasGradient[o] += g;
                for (int i = 0; i < inputs; i++) {
                    weightGradient[o * inputs + i] += g * input.values()[row * inputs + i];
                    back.values()[row * inputs + i] += g * weight[o * inputs + i];
                }
            }
        }
        return back;
    }
}
