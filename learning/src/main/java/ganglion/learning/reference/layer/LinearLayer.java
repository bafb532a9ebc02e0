package ganglion.learning.reference.layer;

import ganglion.learning.delay.SpreadSynapses;
import ganglion.learning.model.Dense;

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

    /** Every input to every output, through a weight and a delay of its own; {@link Dense} has the equation. */
    public static final class DelayedLinearLayer implements ReferenceLayer {

        private final int outputs;
        private final double[] weight;
        private final double[] bias;
        private final double[] weightGradient;
        private final double[] biasGradient;
        private final SpreadSynapses synapses;
        private Sequence input;

        /** @param parameters as {@link Dense#parameterShapes} lists them */
        public DelayedLinearLayer(Dense layer, LayerParameters parameters) {
            this.outputs = layer.outputs();
            this.weight = parameters.values("weight");
            this.bias = parameters.values("bias", new double[outputs]);
            this.weightGradient = parameters.gradient("weight");
            this.biasGradient = parameters.gradient("bias", outputs);
            this.synapses = new SpreadSynapses(
                    layer.delays(),
                    parameters.values("delay"),
                    parameters.gradient("delay"),
                    parameters.learns("delay"));
        }

        @Override
        public void begin(double progress) {
            synapses.begin(progress);
        }

        @Override
        public Sequence forward(Sequence given, boolean training) {
            input = given;
            synapses.read(training);
            Sequence output = given.zerosOf(outputs);
            for (int t = 0; t < given.steps(); t++) {
                for (int b = 0; b < given.batch(); b++) {
                    for (int o = 0; o < outputs; o++) {
                        output.values()[output.row(t, b) + o] = bias[o] + delayed(t, b, o);
                    }
                }
            }
            return output;
        }

        private double delayed(int t, int b, int output) {
            double sum = 0;
            for (int i = 0; i < input.size(); i++) {
                int s = output * input.size() + i;
                for (int j = 0; j < synapses.steps(); j++) {
                    int from = t - synapses.first(s) - j;
                    sum += from < 0 ? 0 : weight[s] * synapses.share(s, j) * input.at(from, b, i);
                }
            }
            return sum;
        }

        @Override
        public Sequence backward(Sequence gradient) {
            Sequence back = input.zerosOf(input.size());
            for (int t = 0; t < input.steps(); t++) {
                for (int b = 0; b < input.batch(); b++) {
                    for (int o = 0; o < outputs; o++) {
                        double g = gradient.at(t, b, o);
                        biasGradient[o] += g;
                        backward(t, b, o, g, back);
                    }
                }
            }
            return back;
        }

        private void backward(int t, int b, int output, double gradient, Sequence back) {
            for (int i = 0; i < input.size(); i++) {
                int s = output * input.size() + i;
                for (int j = 0; j < synapses.steps(); j++) {
                    int from = t - synapses.first(s) - j;
                    if (from >= 0) {
                        double x = input.at(from, b, i);
                        weightGradient[s] += gradient * synapses.share(s, j) * x;
                        synapses.addGradient(s, j, gradient * weight[s] * x);
                        back.values()[back.row(from, b) + i] += gradient * weight[s] * synapses.share(s, j);
                    }
                }
            }
        }
    }
}
