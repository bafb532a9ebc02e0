package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the stages of the nodes of a graph, each once. */
final class Stages {

    private static final double WHOLE_STEP_TOLERANCE = 1e-6;

    private final FlatGraph graph;
    private final Shapes shapes;
    private final double stepSeconds;
    private final Collection<String> notes;
    private final Map<Integer, Optional<Stage>> made = new HashMap<>();

    /** @param notes takes what is not exact */
    Stages(FlatGraph graph, Shapes shapes, double stepSeconds, Collection<String> notes) {
        this.graph = graph;
        this.shapes = shapes;
        this.stepSeconds = stepSeconds;
        this.notes = notes;
    }

    /** The stage of a node without a state; none if the node passes on its elements as they are. */
    Optional<Stage> of(int node) throws NirException {
        Optional<Stage> known = made.get(node);
        if (known == null) {
            try {
                known = make(node);
            } catch (IllegalArgumentException e) {
                throw graph.problem(node, e.getMessage());
            }
            made.put(node, known);
        }
        return known;
    }

    private Optional<Stage> make(int node) throws NirException {
        NirNode found = graph.node(node);
        TensorShape input = shapes.input(node);
        TensorShape output = shapes.output(node);
        if (found instanceof NirNode.Affine affine) {
            return Optional.of(new Stage.Matrix(affine.weight()));
        } else if (found instanceof NirNode.Linear linear) {
            return Optional.of(new Stage.Matrix(linear.weight()));
        } else if (found instanceof NirNode.Scale scale) {
            return Optional.of(new Stage.Scaling(Parameters.spread(scale.scale(), output)));
        } else if (found instanceof NirNode.Delay delay) {
            return Optional.of(new Stage.Delaying(steps(node, Parameters.spread(delay.delay(), output))));
        } else if (found instanceof NirNode.Conv conv) {
            return Optional.of(convolution(node, conv, input, output));
        } else if (found instanceof NirNode.Pool2d pool) {
            double weight = pool.average() ? 1.0 / pool.sliding().kernel().count() : 1;
            return Optional.of(new Stage.Window(input, output, pool.sliding(), 1, null, weight));
        }
        return Optional.empty();
    }

    private Stage convolution(int node, NirNode.Conv conv, TensorShape input, TensorShape output) throws NirException {
        int channelsEach = conv.weight().shape().size(1);
        if (input.size(0) != channelsEach * conv.groups()) {
            throw graph.problem(
                    node,
                    "found " + input.size(0) + " input channels, expected " + conv.groups() + " groups of "
                            + channelsEach);
        }
        boolean flat = conv.sliding().kernel().rank() == 1;
        return new Stage.Window(
                flat ? inPlane(input) : input,
                flat ? inPlane(output) : output,
                flat ? inPlane(conv.sliding()) : conv.sliding(),
                channelsEach,
                conv.weight(),
                0);
    }

    /** One axis as the columns of a single row. */
    private static TensorShape inPlane(TensorShape line) {
        return TensorShape.of(line.size(0), 1, line.size(1));
    }

    private static Sliding inPlane(Sliding line) {
        return new Sliding(
                TensorShape.of(1, line.kernel().size(0)),
                TensorShape.of(1, line.stride().size(0)),
                TensorShape.of(0, line.before().size(0)),
                TensorShape.of(0, line.after().size(0)),
                TensorShape.of(1, line.dilation().size(0)));
    }

    private long[] steps(int node, double[] seconds) throws NirException {
        long[] steps = new long[seconds.length];
        boolean rounded = false;
        for (int i = 0; i < seconds.length; i++) {
            double exact = seconds[i] / stepSeconds;
            if (!(exact >= 0 && exact <= Integer.MAX_VALUE / 2)) {
                throw graph.problem(
                        node,
                        "found a delay of " + seconds[i] + " s, expected 0 s to 10^9 steps of " + stepSeconds + " s");
            }
            steps[i] = Math.round(exact);
            rounded |= Math.abs(exact - steps[i]) > WHOLE_STEP_TOLERANCE * Math.max(1, exact);
        }
        if (rounded) {
            notes.add("node " + graph.name(node) + ": delays are rounded to whole steps of " + stepSeconds + " s");
        }
        return steps;
    }

    /** What a node adds by itself at every step, one value for each element; null for nothing. */
    double[] bias(int node) throws NirException {
        Tensor bias = null;
        if (graph.node(node) instanceof NirNode.Affine affine) {
            bias = affine.bias();
        } else if (graph.node(node) instanceof NirNode.Conv conv) {
            bias = conv.bias();
        }
        if (bias == null) {
            return null;
        }
        int elements = (int) shapes.output(node).count();
        int each = elements / bias.count();
        double[] values = new double[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = bias.at(i / each);
        }
        return values;
    }

    /** The stages along some nodes, without those that pass on their elements as they are. */
    List<Stage> along(List<Integer> nodes) throws NirException {
        List<Stage> stages = new ArrayList<>();
        for (int node : nodes) {
            of(node).ifPresent(stages::add);
        }
        return stages;
    }
}
