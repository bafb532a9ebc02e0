package ganglion.learning.reference.layer;

/** {@code y = W x + b}, with a row of weights per output; {@code b} is 0 without a parameter {@code bias}. */
public final class LinearLayer implements ReferenceLayer {

    private final int outputs;
    private final double[] weight;
    private final double[] bias;
    private final double[] weightGradient;
    private final double[] biasGradient;
    private Sequence input;

    /**
     * @param outputs number of values that it gives per step and sample
     * @param parameters {@code weight} of outputs by inputs, and {@code bias} if the layer has one
     */
    public LinearLayer(int outputs, LayerParameters parameters) {
        this.outputs = outputs;
        this.weight = parameters.values("weight");
        this.bias = parameters.values("bias", new double[outputs]);
        this.weightGradient = parameters.gradient("weight");
        this.biasGradient = parameters.gradient("bias", outputs);
    }

    @Override
    public Sequence forward(Sequence given, boolean training) {
        input = given;
        Sequence output = given.zerosOf(outputs);
        for (int row = 0; row < given.rows(); row++) {
            for (int o = 0; o < outputs; o++) {
                output.values()[row * outputs + o] = product(o, given, row) + bias[o];
            }
        }
        return output;
    }

    private double product(int output, Sequence given, int row) {
        int inputs = given.size();
        int to = output * inputs;
        int from = row * inputs;
        double[] x = given.values();
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            sum += weight[to + i] * x[from + i];
        }
        return sum;
    }

    @Override
    public void addGradients(Sequence gradient) {
        for (int row = 0; row < input.rows(); row++) {
            for (int o = 0; o < outputs; o++) {
                double g = gradient.values()[row * outputs + o];
                biasGradient[o] += g;
                addScaled(weightGradient, o, g, input.values(), row, input.size());
            }
        }
    }

    @Override
    public Sequence backward(Sequence gradient) {
        addGradients(gradient);
        Sequence back = input.zerosOf(input.size());
        for (int row = 0; row < input.rows(); row++) {
            for (int o = 0; o < outputs; o++) {
                addScaled(back.values(), row, gradient.values()[row * outputs + o], weight, o, input.size());
            }
        }
        return back;
    }

    /** Adds a multiple of a row of one matrix to a row of another. */
    private static void addScaled(double[] sums, int row, double factor, double[] values, int valuesRow, int size) {
        int to = row * size;
        int from = valuesRow * size;
        for (int i = 0; i < size && factor != 0; i++) {
            sums[to + i] += factor * values[from + i];
        }
    }
}
