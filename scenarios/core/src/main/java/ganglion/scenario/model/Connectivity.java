package ganglion.scenario.model;

import ganglion.documents.place.DocumentPath;
import ganglion.kernel.connectivity.Connector;
import ganglion.kernel.connectivity.ConvolutionRule;

/** Which neurons of two populations a projection joins. */
public sealed interface Connectivity {

    /** Every source neuron with every target neuron. */
    record AllToAll() implements Connectivity {}

    /** Source neuron {@code i} with target neuron {@code i}, of two populations of one size. */
    record OneToOne() implements Connectivity {}

    /**
     * Listed synapses.
     *
     * @param file CSV, NPY, NPZ or HDF5, told apart by the name's ending
     * @param group path of the group in an HDF5 file; empty for its root, and for the other kinds
     */
    record EdgeList(DocumentPath file, String group) implements Connectivity {}

    /** Synapses drawn by a rule, which has its random numbers with it. */
    record Rule(Connector connector) implements Connectivity {}

    /**
     * A convolution, whose weights are those of its kernel: a number for each output channel, input channel of its group,
     * kernel row and kernel column, in this order.
     *
     * @param inputChannels number of input channels
     * @param outputChannels number of output channels
     * @param groups parts of equal size that the input and the output channels fall into, each joined to its own
     * @param vertical rows; {@link ganglion.kernel.connectivity.ConvolutionRule.Axis#NONE} in one dimension
     * @param horizontal columns
     */
    record Convolved(
            int inputChannels,
            int outputChannels,
            int groups,
            ConvolutionRule.Axis vertical,
            ConvolutionRule.Axis horizontal)
            implements Connectivity {

        /** Number of weights. */
        public long kernelSize() {
            return (long) inputChannels / groups * outputChannels * vertical.kernel() * horizontal.kernel();
        }
    }
}
