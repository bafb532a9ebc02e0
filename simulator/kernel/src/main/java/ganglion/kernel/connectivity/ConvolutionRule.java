package ganglion.kernel.connectivity;

import ganglion.kernel.network.SynapseParameter;
import java.util.Objects;

/**
 * A convolution in one or two dimensions, as in trained networks: every output neuron is joined to the input neurons under
 * its kernel. Neurons are numbered by channel, row and column, in the order of the flattened tensors of PyTorch and NIR; the
 * kernel is not flipped. A convolution in one dimension has a vertical axis of {@link Axis#NONE}.
 */
public final class ConvolutionRule implements Connector {

    /**
     * One dimension of a convolution.
     *
     * @param input number of inputs, at least 1
     * @param kernel width of the kernel, at least 1
     * @param stride distance between successive outputs, at least 1
     * @param padding silent inputs added at either end, 0 or more
     * @param dilation distance between two elements of the kernel, at least 1
     * @param extra silent inputs added at the far end beside the padding, 0 or more
     */
    public record Axis(int input, int kernel, int stride, int padding, int dilation, int extra) {

        /** No extent: the second dimension of a convolution in one. */
        public static final Axis NONE = new Axis(1, 1, 1, 0, 1, 0);

        /** @throws IllegalArgumentException if a number is out of range, or the kernel does not fit into the input */
        public Axis {
            if (input < 1 || kernel < 1 || stride < 1 || padding < 0 || dilation < 1 || extra < 0) {
                throw new IllegalArgumentException(
                        "expected input, kernel, stride and dilation of 1 or more and paddings of"
                                + " 0 or more, found " + input + ", " + kernel + ", " + stride + ", " + dilation + ", "
                                + padding
                                + " and " + extra);
            }
            long covered = (kernel - 1L) * dilation + 1;
            long padded = input + 2L * padding + extra;
            if (padded < covered || padded > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a kernel of " + covered + " does not fit into an input of " + input
                        + " with a padding of " + (2L * padding + extra) + " in all");
            }
        }

        /** Number of outputs. */
        public int output() {
            return (input + 2 * padding + extra - covered()) / stride + 1;
        }

        /** Whether there are as many outputs as inputs, by the padding that PyTorch calls the same. */
        public boolean isSame() {
            return stride == 1 && extra < 2 && 2 * padding + extra == covered() - 1;
        }

        /** Number of inputs from the first to the last element of the kernel. */
        private int covered() {
            return (kernel - 1) * dilation + 1;
        }

        /** The first output whose kernel reaches over an input. */
        int firstOutput(int position) {
            return Math.max(0, Math.floorDiv(position + padding - covered() + stride, stride));
        }

        /** The last output whose kernel reaches over an input; before the first if none does. */
        int lastOutput(int position) {
            return Math.min(output() - 1, (position + padding) / stride);
        }

        /** Whether an output whose kernel reaches over an input has an element there. */
        boolean meets(int position, int outputPosition) {
            return (position + padding - outputPosition * stride) % dilation == 0;
        }

        /** Which element of the kernel joins an input to an output. */
        public int element(int position, int outputPosition) {
            return (position + padding - outputPosition * stride) / dilation;
        }
    }

    private final int inputChannels;
    private final int outputChannels;
    private final int groups;
    private final Axis vertical;
    private final Axis horizontal;
    private final double[] kernel;

    /**
     * @param inputChannels number of input channels, at least 1
     * @param outputChannels number of output channels, at least 1
     * @param groups parts of equal size that the input and the output channels fall into, each joined to its own
     * @param vertical rows; {@link Axis#NONE} in one dimension
     * @param horizontal columns
     * @param kernel weights by output channel, input channel of its group, kernel row and kernel column; copied
     * @throws IllegalArgumentException if the number of weights is not the product of these, or groups differ in size
     */
    public ConvolutionRule(
            int inputChannels, int outputChannels, int groups, Axis vertical, Axis horizontal, double[] kernel) {
        this.inputChannels = inputChannels;
        this.outputChannels = outputChannels;
        this.groups = groups;
        this.vertical = Objects.requireNonNull(vertical, "vertical");
        this.horizontal = Objects.requireNonNull(horizontal, "horizontal");
        this.kernel = kernel.clone();
        if (groups < 1 || inputChannels % groups != 0 || outputChannels % groups != 0) {
            throw new IllegalArgumentException("found " + groups + " groups, expected a divisor of " + inputChannels
                    + " input and " + outputChannels + " output channels");
        }
        long expected = (long) inputChannels / groups * outputChannels * vertical.kernel() * horizontal.kernel();
        if (inputChannels < 1 || outputChannels < 1 || expected != kernel.length) {
            throw new IllegalArgumentException("found " + kernel.length + " weights, expected " + outputChannels
                    + " output x " + inputChannels / groups + " input channels x " + vertical.kernel() + " x "
                    + horizontal.kernel());
        }
    }

    /** Number of input neurons. */
    public long sourceSize() {
        return (long) inputChannels * vertical.input() * horizontal.input();
    }

    /** Number of output neurons. */
    public long targetSize() {
        return (long) outputChannels * vertical.output() * horizontal.output();
    }

    @Override
    public Lists lists() {
        return Lists.TARGETS;
    }

    @Override
    public void check(Ends ends) {
        if (ends.sourceSize() != sourceSize() || ends.targetSize() != targetSize()) {
            throw new IllegalArgumentException("the convolution joins " + sourceSize() + " to " + targetSize()
                    + " neurons, but the populations have " + ends.sourceSize() + " and " + ends.targetSize());
        }
    }

    @Override
    public void list(Ends ends, int source, Partners partners) {
        int column = source % horizontal.input();
        int row = source / horizontal.input() % vertical.input();
        int lastRow = vertical.lastOutput(row);
        int lastColumn = horizontal.lastOutput(column);
        int group = source / (horizontal.input() * vertical.input()) / (inputChannels / groups);
        int channels = outputChannels / groups;
        for (int channel = group * channels; channel < (group + 1) * channels; channel++) {
            for (int outRow = vertical.firstOutput(row); outRow <= lastRow; outRow++) {
                int first = (channel * vertical.output() + outRow) * horizontal.output();
                for (int outColumn = horizontal.firstOutput(column); outColumn <= lastColumn; outColumn++) {
                    if (vertical.meets(row, outRow) && horizontal.meets(column, outColumn)) {
                        partners.add(first + outColumn);
                    }
                }
            }
        }
    }

    /** The weights of the synapses that this rule makes. */
    public SynapseParameter weights() {
        return (source, target, twin) -> kernel[kernelIndex(source, target)];
    }

    /** Where the weight from an input to an output neuron stands in the kernel, which is not flipped. */
    private int kernelIndex(int source, int target) {
        int column = source % horizontal.input();
        int row = source / horizontal.input() % vertical.input();
        int inputChannel = source / horizontal.input() / vertical.input();
        int outColumn = target % horizontal.output();
        int outRow = target / horizontal.output() % vertical.output();
        int outputChannel = target / horizontal.output() / vertical.output();
        int each = inputChannels / groups;
        int channels = outputChannel * each + inputChannel % each;
        return (channels * vertical.kernel() + vertical.element(row, outRow)) * horizontal.kernel()
                + horizontal.element(column, outColumn);
    }
}
