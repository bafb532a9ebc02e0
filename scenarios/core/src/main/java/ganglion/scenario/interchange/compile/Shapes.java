package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shapes that nodes take and give, worked out from their parameters and, where these leave it open, their sources. */
final class Shapes {

    private static final int MOST_UNITS = 100_000_000;

    private final FlatGraph graph;
    private final TensorShape[] outputs;
    private final boolean[] asked;

    Shapes(FlatGraph graph) {
        this.graph = graph;
        this.outputs = new TensorShape[graph.size()];
        this.asked = new boolean[graph.size()];
    }

    /** The shape of what a node gives. */
    TensorShape output(int node) throws NirException {
        if (outputs[node] == null) {
            outputs[node] = find(node);
            if (outputs[node].count() < 1 || outputs[node].count() > MOST_UNITS) {
                throw graph.problem(node, "found " + outputs[node].count() + " elements, expected 1 to " + MOST_UNITS);
            }
        }
        return outputs[node];
    }

    /** The shape of what a node takes, which all its sources must give. */
    TensorShape input(int node) throws NirException {
        Optional<TensorShape> own = ownInput(node);
        for (int source : graph.sources(node)) {
            TensorShape given = output(source);
            if (own.isEmpty()) {
                own = Optional.of(given);
            } else if (given.count() != own.get().count()) {
                throw graph.problem(
                        node,
                        "found an input of shape " + given + " from " + graph.name(source) + ", expected " + own.get());
            }
        }
        return own.orElseThrow(() -> graph.problem(node, "found no source that could tell its shape"));
    }

    private TensorShape find(int node) throws NirException {
        NirNode found = graph.node(node);
        try {
            if (found instanceof NirNode.Affine affine) {
                return TensorShape.of(affine.weight().shape().size(0));
            } else if (found instanceof NirNode.Linear linear) {
                return TensorShape.of(linear.weight().shape().size(0));
            } else if (found instanceof NirNode.Conv conv) {
                return windows(conv.sliding(), conv.weight().shape().size(0), input(node));
            } else if (found instanceof NirNode.Pool2d pool) {
                TensorShape input = images(node);
                return windows(pool.sliding(), input.size(0), input);
            } else if (found instanceof NirNode.Flatten flatten) {
                return flattened(node, flatten);
            }
            return broadcast(node);
        } catch (IllegalArgumentException e) {
            throw graph.problem(node, e.getMessage());
        }
    }

    private Optional<TensorShape> ownInput(int node) throws NirException {
        NirNode found = graph.node(node);
        if (found instanceof NirNode.Affine affine) {
            return Optional.of(TensorShape.of(affine.weight().shape().size(1)));
        } else if (found instanceof NirNode.Linear linear) {
            return Optional.of(TensorShape.of(linear.weight().shape().size(1)));
        } else if (found instanceof NirNode.Conv conv && conv.inputShape().isPresent()) {
            List<Integer> sizes = new ArrayList<>(conv.inputShape().get().sizes());
            sizes.add(0, conv.weight().shape().size(1) * conv.groups());
            return Optional.of(new TensorShape(sizes));
        } else if (found instanceof NirNode.Flatten flatten) {
            return flatten.inputShape();
        } else if (graph.isPopulation(node)) {
            return Optional.of(output(node));
        }
        return Optional.empty();
    }

    private static TensorShape windows(Sliding sliding, int channels, TensorShape input) {
        if (input.rank() != sliding.kernel().rank() + 1) {
            throw new IllegalArgumentException("found an input of shape " + input + ", expected a channel axis and "
                    + sliding.kernel().rank() + " more");
        }
        List<Integer> sizes = new ArrayList<>(List.of(channels));
        for (int axis = 0; axis < sliding.kernel().rank(); axis++) {
            sizes.add(sliding.outputSize(axis, input.size(axis + 1)));
        }
        return new TensorShape(sizes);
    }

    private TensorShape images(int node) throws NirException {
        TensorShape input = input(node);
        if (input.rank() != 3) {
            throw graph.problem(node, "found an input of shape " + input + ", expected [channels, rows, columns]");
        }
        return input;
    }

    private TensorShape flattened(int node, NirNode.Flatten flatten) throws NirException {
        TensorShape input = input(node);
        int first = axis(flatten.startDim(), input);
        int last = axis(flatten.endDim(), input);
        if (first < 0 || last >= input.rank() || first > last) {
            throw graph.problem(
                    node,
                    "found axes " + flatten.startDim() + " to " + flatten.endDim() + " to flatten of a shape " + input);
        }
        List<Integer> sizes = new ArrayList<>(input.sizes().subList(0, first));
        sizes.add(Math.toIntExact(new TensorShape(input.sizes().subList(first, last + 1)).count()));
        sizes.addAll(input.sizes().subList(last + 1, input.rank()));
        return new TensorShape(sizes);
    }

    private static int axis(int written, TensorShape shape) {
        return written < 0 ? written + shape.rank() : written;
    }

    /** The shape that a node's parameters agree on; that of its sources where each parameter is a single number. */
    private TensorShape broadcast(int node) throws NirException {
        if (graph.isInput(node)) {
            return ((NirNode.Input) graph.node(node)).shape();
        }
        TensorShape shape = TensorShape.of();
        for (Tensor parameter : Parameters.of(graph.node(node))) {
            shape = Parameters.broadcast(shape, parameter.shape());
        }
        boolean open = shape.count() == 1 || shape.sizes().contains(1);
        if (open && !asked[node]) {
            asked[node] = true;
            for (int source : graph.sources(node)) {
                shape = Parameters.broadcast(shape, output(source));
            }
        }
        return shape.rank() == 0 ? TensorShape.of(1) : shape;
    }
}
