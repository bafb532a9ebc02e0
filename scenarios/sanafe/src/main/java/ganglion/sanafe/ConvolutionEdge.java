package ganglion.sanafe;

import ganglion.documents.InputException;
import java.util.Optional;

/**
 * A hyper-edge of the type {@code conv2d}: no padding; neurons are numbered channel by channel, row by row; the kernel lies as
 * [row][column][channel in][channel out].
 */
record ConvolutionEdge(
        int inputHeight,
        int inputWidth,
        int inputChannels,
        int kernelHeight,
        int kernelWidth,
        int kernelCount,
        int strideHeight,
        int strideWidth) {

    private static final int LARGEST = 100_000;

    static ConvolutionEdge of(Spot edge, Attributes attributes, int sources, int targets) throws InputException {
        ConvolutionEdge convolution = new ConvolutionEdge(
                size("input_height", edge, attributes),
                size("input_width", edge, attributes),
                size("input_channels", edge, attributes),
                size("kernel_height", edge, attributes),
                size("kernel_width", edge, attributes),
                size("kernel_count", edge, attributes),
                size("stride_height", edge, attributes),
                size("stride_width", edge, attributes));
        convolution.check(edge, sources, targets);
        return convolution;
    }

    private static int size(String name, Spot edge, Attributes attributes) throws InputException {
        Optional<Spot> given = attributes.find(name);
        if (given.isEmpty()) {
            throw edge.problem("found no " + name + ", expected it");
        }
        return given.get().whole(1, LARGEST);
    }

    private void check(Spot edge, int sources, int targets) throws InputException {
        if (kernelHeight > inputHeight || kernelWidth > inputWidth) {
            throw edge.problem("found a kernel of " + kernelHeight + " by " + kernelWidth
                    + ", expected one that fits into " + inputHeight + " by " + inputWidth);
        }
        double in = (double) inputChannels * inputHeight * inputWidth;
        double out = (double) kernelCount * outputHeight() * outputWidth();
        if (in != sources || out != targets) {
            throw edge.problem("found a convolution of " + (long) in + " neurons into " + (long) out
                    + ", expected one of " + sources + " into " + targets + ", as the groups have them");
        }
    }

    private int outputHeight() {
        return (inputHeight - kernelHeight) / strideHeight + 1;
    }

    private int outputWidth() {
        return (inputWidth - kernelWidth) / strideWidth + 1;
    }

    int kernelSize() {
        return Math.multiplyExact(
                Math.multiplyExact(kernelHeight, kernelWidth), Math.multiplyExact(inputChannels, kernelCount));
    }

    /** How many there will be; more than any network may have where that cannot be counted. */
    long connections() {
        double exact = (double) kernelCount
                * outputHeight()
                * outputWidth()
                * inputChannels
                * ((double) kernelHeight * kernelWidth);
        return (long) exact;
    }

    void connect(double[] kernel, Connections into) {
        int target = 0;
        for (int channel = 0; channel < kernelCount; channel++) {
            for (int row = 0; row < outputHeight(); row++) {
                for (int column = 0; column < outputWidth(); column++) {
                    connect(kernel, into, target++, channel, row * strideHeight, column * strideWidth);
                }
            }
        }
    }

    private void connect(double[] kernel, Connections into, int target, int channelOut, int top, int left) {
        for (int channel = 0; channel < inputChannels; channel++) {
            for (int y = 0; y < kernelHeight; y++) {
                for (int x = 0; x < kernelWidth; x++) {
                    int source = (channel * inputHeight + top + y) * inputWidth + left + x;
                    int weight = ((y * kernelWidth + x) * inputChannels + channel) * kernelCount + channelOut;
                    into.add(source, target, kernel[weight]);
                }
            }
        }
    }
}
