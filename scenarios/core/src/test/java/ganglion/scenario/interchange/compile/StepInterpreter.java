package ganglion.scenario.interchange.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a graph means, spelled out: every node computes its array at every step, by the definition of its type, in the order
 * of the nodes. An edge from a later node brings what that node gave at the step before; a Delay that it comes from is a step
 * shorter, so that a cycle takes as long as its Delay says, and a step without one. Shares no code with the compiler.
 */
final class StepInterpreter {

    private final NirGraph graph;
    private final double step;
    private final boolean subtract;
    private final List<String> order;
    private final Map<String, double[]> given = new HashMap<>();
    private final Map<String, TensorShape> shapes = new HashMap<>();
    private final Map<String, double[]> potential = new HashMap<>();
    private final Map<String, double[]> current = new HashMap<>();
    private final Map<String, List<double[]>> past = new HashMap<>();
    private final Map<String, SpikeRaster.Builder> spikes = new HashMap<>();

    StepInterpreter(NirGraph graph, double step, boolean subtract) {
        this.graph = graph;
        this.step = step;
        this.subtract = subtract;
        this.order = List.copyOf(graph.nodes().keySet());
    }

    /** Runs so many steps; the nodes must come in the order in which they compute. */
    void run(SpikeRaster input, int steps) {
        for (NirGraph.Edge edge : graph.edges()) {
            boolean feedback = order.indexOf(edge.source()) > order.indexOf(edge.target());
            if (feedback && graph.nodes().get(edge.source()) instanceof NirNode.Affine affine) {
                // Before the first step there were no spikes, but a bias.
                given.put(edge.source(), affine.bias().toDoubles());
            }
        }
        for (int k = 0; k < steps; k++) {
            for (String name : order) {
                NirNode node = graph.nodes().get(name);
                double[] taken = node instanceof NirNode.Input in ? events(input, k, in) : taken(name);
                given.put(name, give(name, node, taken, k));
            }
        }
    }

    SpikeRaster spikes(String name) {
        return spikes.get(name).build();
    }

    double[] potential(String name) {
        return potential.get(name);
    }

    private double[] events(SpikeRaster input, int k, NirNode.Input node) {
        double[] values = new double[(int) node.shape().count()];
        for (int i = 0; i < input.size(); i++) {
            if (input.tick(i) == k) {
                values[input.neuron(i)] = 1;
            }
        }
        shapes.put(order.get(0), node.shape());
        return values;
    }

    private double[] taken(String name) {
        double[] sum = null;
        for (NirGraph.Edge edge : graph.edges()) {
            double[] part = edge.target().equals(name) ? given.get(edge.source()) : null;
            if (part != null) {
                sum = sum == null ? new double[part.length] : sum;
                for (int i = 0; i < part.length; i++) {
                    sum[i] += part[i];
                }
                if (order.indexOf(edge.source()) < order.indexOf(name)) {
                    shapes.put(name + "<", shapes.get(edge.source()));
                }
            }
        }
        return sum;
    }

    private double[] give(String name, NirNode node, double[] x, int k) {
        TensorShape in = shapes.get(name + "<");
        if (node instanceof NirNode.Affine affine) {
            return linear(name, affine.weight(), affine.bias(), x);
        } else if (node instanceof NirNode.Linear linear) {
            return linear(name, linear.weight(), null, x);
        } else if (node instanceof NirNode.Conv conv) {
            return convolved(name, conv, in, x);
        } else if (node instanceof NirNode.Pool2d pool) {
            return pooled(name, pool, in, x);
        } else if (node instanceof NirNode.Flatten) {
            shapes.put(name, TensorShape.of(x.length));
            return x;
        }
        shapes.put(name, in == null ? shapes.get(name) : in);
        if (node instanceof NirNode.Scale scale) {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = at(scale.scale(), i) * x[i];
            }
            return y;
        } else if (node instanceof NirNode.Delay delay) {
            List<double[]> seen = past.computeIfAbsent(name, any -> new ArrayList<>());
            seen.add(x.clone());
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                int steps = (int) Math.round(at(delay.delay(), i) / step);
                int then = k - (feedsBack(name) ? Math.max(0, steps - 1) : steps);
                y[i] = then < 0 ? 0 : seen.get(then)[i];
            }
            return y;
        }
        return node instanceof NirNode.Input || node instanceof NirNode.Output ? x : neurons(name, node, x, k);
    }

    private boolean feedsBack(String name) {
        return graph.edges().stream()
                .anyMatch(edge -> edge.source().equals(name) && order.indexOf(edge.target()) < order.indexOf(name));
    }

    private double[] linear(String name, Tensor weight, Tensor bias, double[] x) {
        int outputs = weight.shape().size(0);
        double[] y = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            y[o] = bias == null ? 0 : bias.at(o);
            for (int i = 0; i < x.length; i++) {
                y[o] += weight.at(o * x.length + i) * x[i];
            }
        }
        shapes.put(name, TensorShape.of(outputs));
        return y;
    }

    /** As PyTorch defines it: for each output, the sum over the kernel of weight times padded input. */
    private double[] convolved(String name, NirNode.Conv conv, TensorShape in, double[] x) {
        Sliding s = conv.sliding();
        int channels = conv.weight().shape().size(0);
        int seen = conv.weight().shape().size(1);
        int[] size = {channels, length(s, 0, in.size(1)), length(s, 1, in.size(2))};
        double[] y = new double[size[0] * size[1] * size[2]];
        for (int o = 0; o < y.length; o++) {
            int channel = o / (size[1] * size[2]);
            int group = channel / (channels / conv.groups());
            y[o] = conv.bias().at(channel);
            for (int w = 0; w < seen * s.kernel().count(); w++) {
                int c = group * seen + w / (int) s.kernel().count();
                double weight =
                        conv.weight().at(channel * seen * (int) s.kernel().count() + w);
                y[o] += weight
                        * padded(
                                x,
                                in,
                                s,
                                c,
                                o / size[2] % size[1],
                                o % size[2],
                                w % (int) s.kernel().count());
            }
        }
        shapes.put(name, TensorShape.of(size));
        return y;
    }

    private double[] pooled(String name, NirNode.Pool2d pool, TensorShape in, double[] x) {
        Sliding s = pool.sliding();
        int[] size = {in.size(0), length(s, 0, in.size(1)), length(s, 1, in.size(2))};
        double[] y = new double[size[0] * size[1] * size[2]];
        for (int o = 0; o < y.length; o++) {
            for (int w = 0; w < s.kernel().count(); w++) {
                y[o] += padded(x, in, s, o / (size[1] * size[2]), o / size[2] % size[1], o % size[2], w);
            }
            y[o] /= pool.average() ? s.kernel().count() : 1;
        }
        shapes.put(name, TensorShape.of(size));
        return y;
    }

    private static int length(Sliding s, int axis, int input) {
        int padded = input + s.before().size(axis) + s.after().size(axis);
        return (padded - s.dilation().size(axis) * (s.kernel().size(axis) - 1) - 1)
                        / s.stride().size(axis)
                + 1;
    }

    private static double padded(
            double[] x, TensorShape in, Sliding s, int channel, int outRow, int outColumn, int element) {
        int row = outRow * s.stride().size(0)
                + element / s.kernel().size(1) * s.dilation().size(0)
                - s.before().size(0);
        int column = outColumn * s.stride().size(1)
                + element % s.kernel().size(1) * s.dilation().size(1)
                - s.before().size(1);
        boolean inside = row >= 0 && row < in.size(1) && column >= 0 && column < in.size(2);
        return inside ? x[(channel * in.size(1) + row) * in.size(2) + column] : 0;
    }

    private static double at(Tensor tensor, int i) {
        return tensor.at(tensor.count() == 1 ? 0 : i);
    }

    private double[] neurons(String name, NirNode node, double[] x, int k) {
        double[] v = potential.computeIfAbsent(name, any -> new double[x.length]);
        double[] c = current.computeIfAbsent(name, any -> new double[x.length]);
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Tensor threshold = null;
            Tensor reset = null;
            if (node instanceof NirNode.Threshold only) {
                v[i] = x[i];
                y[i] = x[i] > at(only.threshold(), i) ? 1 : 0;
            } else if (node instanceof NirNode.Stateful n) {
                threshold = n.of("v_threshold");
                reset = n.of("v_reset");
                double r = at(n.of("r"), i);
                switch (n.dynamics()) {
                    case I, IF -> v[i] += step * r * x[i];
                    case LI, LIF -> v[i] += step / at(n.of("tau"), i) * (at(n.of("v_leak"), i) - v[i] + r * x[i]);
                    case CubaLI, CubaLIF -> {
                        c[i] += step / at(n.of("tau_syn"), i) * (at(n.of("w_in"), i) * x[i] - c[i]);
                        v[i] += step / at(n.of("tau_mem"), i) * (at(n.of("v_leak"), i) - v[i] + r * c[i]);
                    }
                    default -> throw new IllegalStateException(n.toString());
                }
            }
            if (threshold != null && v[i] > at(threshold, i)) {
                y[i] = 1;
                v[i] = subtract ? v[i] - at(threshold, i) : at(reset, i);
            }
        }
        record(name, y, k);
        return y;
    }

    private void record(String name, double[] y, int k) {
        SpikeRaster.Builder builder = spikes.computeIfAbsent(name, any -> SpikeRaster.builder(y.length));
        for (int i = 0; i < y.length; i++) {
            if (y[i] != 0) {
                builder.add(k, i);
            }
        }
    }
}
