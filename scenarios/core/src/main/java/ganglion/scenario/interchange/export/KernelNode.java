package ganglion.scenario.interchange.export;

import ganglion.kernel.connectivity.ConvolutionRule.Axis;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import ganglion.scenario.model.Connectivity.Convolved;
import java.util.Optional;

/** The node of a projection whose synapses a convolution made. */
final class KernelNode {

    private final Projection projection;
    private final Convolved shape;
    private final boolean flat;

    KernelNode(Projection projection, Convolved shape) {
        this.projection = projection;
        this.shape = shape;
        this.flat = shape.vertical().equals(Axis.NONE);
    }

    Projection projection() {
        return projection;
    }

    /** TensorShape of the source population, without rows for a convolution along one axis. */
    TensorShape input() {
        return image(
                shape.inputChannels(),
                shape.vertical().input(),
                shape.horizontal().input());
    }

    /** TensorShape of the target population. */
    TensorShape output() {
        return image(
                shape.outputChannels(),
                shape.vertical().output(),
                shape.horizontal().output());
    }

    private TensorShape image(int channels, int rows, int columns) {
        return flat ? TensorShape.of(channels, columns) : TensorShape.of(channels, rows, columns);
    }

    /** The delay of all synapses, in ticks; 0 if they differ. */
    int delayTicks() {
        Synapses synapses = projection.synapses();
        int common = synapses.smallestDelayTicks();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                if (synapses.delayTicks(source, i) != common) {
                    return 0;
                }
            }
        }
        return common;
    }

    /** Whether NIR has a word for its padding. */
    boolean hasPaddingOfNir() {
        Axis rows = shape.vertical();
        Axis columns = shape.horizontal();
        return rows.extra() + columns.extra() == 0 || rows.isSame() && columns.isSame();
    }

    /** One bias for each channel of the target; empty if neurons of a channel have different ones. */
    Optional<double[]> biases(double[] constant) {
        double[] biases = new double[shape.outputChannels()];
        if (constant == null) {
            return Optional.of(biases);
        }
        int each = constant.length / biases.length;
        for (int i = 0; i < constant.length; i++) {
            if (constant[i] != constant[i / each * each]) {
                return Optional.empty();
            }
            biases[i / each] = constant[i];
        }
        return Optional.of(biases);
    }

    /** The node. Elements of the kernel that meet no neuron are 0. */
    NirNode.Conv node(double[] biases) {
        double[] kernel = kernel();
        TensorShape sizes = axes(shape.vertical().kernel(), shape.horizontal().kernel());
        Axis rows = shape.vertical();
        Axis columns = shape.horizontal();
        Sliding sliding = new Sliding(
                sizes,
                axes(shape.vertical().stride(), shape.horizontal().stride()),
                axes(rows.padding(), columns.padding()),
                axes(rows.padding() + rows.extra(), columns.padding() + columns.extra()),
                axes(shape.vertical().dilation(), shape.horizontal().dilation()));
        int channelsEach = shape.inputChannels() / shape.groups();
        TensorShape weights = flat
                ? TensorShape.of(shape.outputChannels(), channelsEach, sizes.size(0))
                : TensorShape.of(shape.outputChannels(), channelsEach, sizes.size(0), sizes.size(1));
        TensorShape space = axes(shape.vertical().input(), shape.horizontal().input());
        return new NirNode.Conv(
                Optional.of(space), Tensor.narrowed(weights, kernel), sliding, shape.groups(), Tensor.vector(biases));
    }

    private TensorShape axes(int rows, int columns) {
        return flat ? TensorShape.of(columns) : TensorShape.of(rows, columns);
    }

    private double[] kernel() {
        Axis vertical = shape.vertical();
        Axis horizontal = shape.horizontal();
        Synapses synapses = projection.synapses();
        double[] kernel = new double[Math.toIntExact(shape.kernelSize())];
        int inputs = vertical.input() * horizontal.input();
        int outputs = vertical.output() * horizontal.output();
        int channelsEach = shape.inputChannels() / shape.groups();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int row = source % inputs / horizontal.input();
            int column = source % horizontal.input();
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int target = synapses.target(source, i);
                int kernelRow = vertical.element(row, target % outputs / horizontal.output());
                int kernelColumn = horizontal.element(column, target % horizontal.output());
                int pair = target / outputs * channelsEach + source / inputs % channelsEach;
                kernel[(pair * vertical.kernel() + kernelRow) * horizontal.kernel() + kernelColumn] =
                        synapses.weight(source, i);
            }
        }
        return kernel;
    }
}
