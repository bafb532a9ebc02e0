package ganglion.scenario.interchange.compile;

import ganglion.kernel.neuron.NeuronValues;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.List;

/** Parameters of nodes, spread over the node's elements as NumPy broadcasts: axes from the last, of equal length or one. */
final class Parameters {

    private Parameters() {}

    /** The parameters whose shape is that of their node. */
    static List<Tensor> of(NirNode node) {
        if (node instanceof NirNode.Scale scale) {
            return List.of(scale.scale());
        } else if (node instanceof NirNode.Delay delay) {
            return List.of(delay.delay());
        } else if (node instanceof NirNode.Threshold threshold) {
            return List.of(threshold.threshold());
        } else if (node instanceof NirNode.Stateful neurons) {
            return List.copyOf(neurons.parameters().values());
        }
        return List.of();
    }

    /** @throws IllegalArgumentException if two shapes do not go together */
    static TensorShape broadcast(TensorShape one, TensorShape other) {
        int rank = Math.max(one.rank(), other.rank());
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            int a = size(one, axis - rank + one.rank());
            int b = size(other, axis - rank + other.rank());
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException("found parameters of the shapes " + one + " and " + other
                        + ", expected shapes that go together");
            }
            sizes.add(a == 1 ? b : a);
        }
        return new TensorShape(sizes);
    }

    private static int size(TensorShape shape, int axis) {
        return axis < 0 ? 1 : shape.size(axis);
    }

    /**
     * A value for each element of a shape.
     *
     * @throws IllegalArgumentException if the tensor does not fit the shape
     */
    static double[] spread(Tensor tensor, TensorShape shape) {
        double[] values = new double[Math.toIntExact(shape.count())];
        if (tensor.count() == values.length) {
            return tensor.toDoubles();
        }
        if (tensor.count() > 1 && !broadcast(tensor.shape(), shape).equals(shape)) {
            throw new IllegalArgumentException(
                    "found a parameter of the shape " + tensor.shape() + " for an input of shape " + shape);
        }
        int[] strides = strides(tensor.shape(), shape.rank());
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.at(position(i, shape, strides));
        }
        return values;
    }

    private static int[] strides(TensorShape shape, int rank) {
        int[] strides = new int[rank];
        int stride = 1;
        for (int axis = rank - 1; axis >= 0; axis--) {
            int size = size(shape, axis - rank + shape.rank());
            strides[axis] = size == 1 ? 0 : stride;
            stride *= size;
        }
        return strides;
    }

    private static int position(int element, TensorShape shape, int[] strides) {
        int rest = element;
        int position = 0;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            position += rest % shape.size(axis) * strides[axis];
            rest /= shape.size(axis);
        }
        return position;
    }

    /** The same as values of neurons. */
    static NeuronValues values(Tensor tensor, TensorShape shape) {
        return tensor.count() == 1 ? NeuronValues.of(tensor.at(0)) : NeuronValues.each(spread(tensor, shape));
    }
}
