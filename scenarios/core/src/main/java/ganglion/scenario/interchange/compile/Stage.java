package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;

/** A linear map of a node without a state, seen from one element of its input. */
sealed interface Stage {

    /** Number of elements that it gives. */
    int outputs();

    /** Adds what an input element of some value gives to each output element. */
    void spread(int input, double value, Spread into);

    /** y = W x. */
    record Matrix(Tensor weight) implements Stage {

        @Override
        public int outputs() {
            return weight.shape().size(0);
        }

        @Override
        public void spread(int input, double value, Spread into) {
            int columns = weight.shape().size(1);
            for (int output = 0; output < outputs(); output++) {
                into.add(output, value * weight.at(output * columns + input));
            }
        }
    }

    /** y = s x, element by element. */
    record Scaling(double[] factors) implements Stage {

        @Override
        public int outputs() {
            return factors.length;
        }

        @Override
        public void spread(int input, double value, Spread into) {
            into.add(input, value * factors[input]);
        }
    }

    /** y(t) = x(t - delay), element by element; the path splits by delay. */
    record Delaying(long[] steps) implements Stage {

        @Override
        public int outputs() {
            return steps.length;
        }

        @Override
        public void spread(int input, double value, Spread into) {
            into.add(input, value);
        }
    }

    /**
     * A window that moves over rows and columns, with a weight for each output channel, input channel and element.
     *
     * @param input shape [channels, rows, columns]
     * @param output the same of the output
     * @param sliding along rows and columns
     * @param inputChannelsEach number of input channels that an output channel sees
     * @param weights by output channel, seen input channel, row and column; null for a pool
     * @param poolWeight weight of every element of a pool
     */
    record Window(
            TensorShape input,
            TensorShape output,
            Sliding sliding,
            int inputChannelsEach,
            Tensor weights,
            double poolWeight)
            implements Stage {

        @Override
        public int outputs() {
            return (int) output.count();
        }

        @Override
        public void spread(int element, double value, Spread into) {
            int rows = input.size(1);
            int columns = input.size(2);
            int channel = element / (rows * columns);
            int row = element / columns % rows;
            int column = element % columns;
            int group = channel / inputChannelsEach;
            int groupOutputs = output.size(0) / (input.size(0) / inputChannelsEach);
            for (int kernelRow = 0; kernelRow < sliding.kernel().size(0); kernelRow++) {
                int outRow = window(0, row, kernelRow);
                for (int kernelColumn = 0;
                        outRow >= 0 && kernelColumn < sliding.kernel().size(1);
                        kernelColumn++) {
                    int outColumn = window(1, column, kernelColumn);
                    for (int k = 0; outColumn >= 0 && k < groupOutputs; k++) {
                        int outChannel = group * groupOutputs + k;
                        int target = (outChannel * output.size(1) + outRow) * output.size(2) + outColumn;
                        into.add(target, value * weight(outChannel, channel, kernelRow, kernelColumn));
                    }
                }
            }
        }

        /** Which window sees a position by an element of the kernel; -1 for none. */
        private int window(int axis, int position, int element) {
            int start = position
                    + sliding.before().size(axis)
                    - element * sliding.dilation().size(axis);
            int stride = sliding.stride().size(axis);
            boolean exists = start >= 0 && start % stride == 0 && start / stride < output.size(axis + 1);
            return exists ? start / stride : -1;
        }

        private double weight(int outChannel, int channel, int kernelRow, int kernelColumn) {
            if (weights == null) {
                return poolWeight;
            }
            int pair = outChannel * inputChannelsEach + channel % inputChannelsEach;
            int rows = sliding.kernel().size(0);
            return weights.at((pair * rows + kernelRow) * sliding.kernel().size(1) + kernelColumn);
        }
    }
}
