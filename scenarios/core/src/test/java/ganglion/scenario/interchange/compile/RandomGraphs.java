package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Graphs of all types of nodes with sums, delays and recurrence; the nodes come in the order in which they compute. */
final class RandomGraphs {

    private final Random random;
    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<NirGraph.Edge> edges = new ArrayList<>();
    private final List<String> layers = new ArrayList<>();
    private TensorShape shape;
    private String last = "input";

    private RandomGraphs(long seed) {
        random = new Random(seed);
    }

    static NirGraph create(long seed) {
        return new RandomGraphs(seed).create();
    }

    private NirGraph create() {
        shape = TensorShape.of(1 + random.nextInt(3), 4 + random.nextInt(5), 4 + random.nextInt(5));
        nodes.put("input", new NirNode.Input(shape));
        int count = 1 + random.nextInt(3);
        for (int layer = 0; layer < count; layer++) {
            int maps = 1 + random.nextInt(3);
            for (int i = 0; i < maps; i++) {
                map("m" + layer + "-" + i);
            }
            neurons("n" + layer);
        }
        add(
                "weights",
                new NirNode.Affine(
                        tensor(TensorShape.of(3, (int) shape.count()), -1, 1), tensor(TensorShape.of(3), -0.1, 0.1)));
        shape = TensorShape.of(3);
        add("readout", readOut());
        add("output", new NirNode.Output(shape));
        return new NirGraph(nodes, edges);
    }

    private void add(String name, NirNode node) {
        nodes.put(name, node);
        edges.add(new NirGraph.Edge(last, name));
        last = name;
    }

    private void map(String name) {
        int kind = random.nextInt(6);
        if (kind == 0) {
            add(
                    name,
                    new NirNode.Scale(
                            random.nextBoolean() ? tensor(shape, 0.5, 1.5) : tensor(TensorShape.of(), 0.5, 1.5)));
        } else if (kind == 1) {
            double[] delays = random.ints(shape.count(), 0, 4).asDoubleStream().toArray();
            add(
                    name,
                    new NirNode.Delay(
                            random.nextBoolean() ? Tensor.of(shape, delays) : Tensor.of(TensorShape.of(), delays[0])));
        } else if (shape.rank() == 3 && shape.size(1) > 2 && shape.size(2) > 2) {
            image(name, kind);
        } else {
            if (shape.rank() == 3) {
                add(name + "f", new NirNode.Flatten(Optional.of(shape), 0, -1));
                shape = TensorShape.of((int) shape.count());
            }
            int outputs = 3 + random.nextInt(8);
            Tensor weight = tensor(TensorShape.of(outputs, shape.size(0)), -0.8, 1.2);
            add(
                    name,
                    random.nextBoolean()
                            ? new NirNode.Linear(weight)
                            : new NirNode.Affine(weight, tensor(TensorShape.of(outputs), -0.1, 0.1)));
            shape = TensorShape.of(outputs);
        }
    }

    private void image(String name, int kind) {
        TensorShape kernel = TensorShape.of(1 + random.nextInt(2), 1 + random.nextInt(2));
        TensorShape dilation =
                kind > 3 ? TensorShape.of(1 + random.nextInt(2), 1 + random.nextInt(2)) : TensorShape.of(1, 1);
        TensorShape padding = TensorShape.of(random.nextInt(2), random.nextInt(2));
        Sliding sliding = new Sliding(
                kernel, TensorShape.of(1 + random.nextInt(2), 1 + random.nextInt(2)), padding, padding, dilation);
        int channels = shape.size(0);
        if (kind > 3) {
            int groups = random.nextBoolean() ? channels : 1;
            channels = groups * (1 + random.nextInt(2));
            Tensor weight =
                    tensor(TensorShape.of(channels, shape.size(0) / groups, kernel.size(0), kernel.size(1)), -0.5, 1);
            add(
                    name,
                    new NirNode.Conv(
                            Optional.empty(), weight, sliding, groups, tensor(TensorShape.of(channels), -0.1, 0.1)));
        } else {
            add(name, new NirNode.Pool2d(random.nextBoolean(), sliding));
        }
        shape = TensorShape.of(channels, sliding.outputSize(0, shape.size(1)), sliding.outputSize(1, shape.size(2)));
    }

    private void neurons(String name) {
        boolean recurrent = random.nextInt(3) == 0;
        String before = last;
        add(name, neuron());
        if (recurrent && shape.rank() == 1) {
            Tensor weight = tensor(TensorShape.of(shape.size(0), shape.size(0)), -0.5, 0.5);
            nodes.put(name + "-rec", new NirNode.Affine(weight, tensor(shape, -0.05, 0.05)));
            edges.add(new NirGraph.Edge(name, name + "-rec"));
            edges.add(new NirGraph.Edge(name + "-rec", name));
            if (random.nextBoolean()) {
                Tensor delayed = tensor(TensorShape.of(shape.size(0), shape.size(0)), -0.5, 0.5);
                double[] delays =
                        random.ints(shape.count(), 0, 4).asDoubleStream().toArray();
                nodes.put(name + "-far", new NirNode.Linear(delayed));
                nodes.put(name + "-later", new NirNode.Delay(Tensor.of(shape, delays)));
                edges.add(new NirGraph.Edge(name, name + "-far"));
                edges.add(new NirGraph.Edge(name + "-far", name + "-later"));
                edges.add(new NirGraph.Edge(name + "-later", name));
            }
        } else if (random.nextInt(3) == 0 && !before.equals("input")) {
            // A sum of two ways, one of them a layer longer.
            String twin = name + "-twin";
            NirNode second = neuron();
            nodes.put(twin, second);
            edges.add(new NirGraph.Edge(name, twin));
            edges.add(new NirGraph.Edge(before, twin));
            last = twin;
        }
        layers.add(name);
    }

    private NirNode neuron() {
        return switch (random.nextInt(4)) {
            case 0 -> new NirNode.Threshold(parameter(0.3, 0.9));
            case 1 -> NirNode.Dynamics.IF.with(parameter(200, 900), parameter(0.5, 1.5), parameter(-0.2, 0.1));
            case 2 ->
                NirNode.Dynamics.LIF.with(
                        parameter(2e-3, 2e-2),
                        parameter(2, 9),
                        parameter(-0.2, 0.6),
                        parameter(0.7, 1.5),
                        parameter(-0.2, 0.1));
            default ->
                NirNode.Dynamics.CubaLIF.with(
                        parameter(2e-3, 1e-2),
                        parameter(2e-3, 2e-2),
                        parameter(2, 9),
                        parameter(-0.2, 0.6),
                        parameter(0.7, 1.5),
                        parameter(-0.2, 0.1),
                        parameter(0.5, 2));
        };
    }

    private NirNode readOut() {
        return switch (random.nextInt(3)) {
            case 0 -> NirNode.Dynamics.I.with(parameter(200, 900));
            case 1 -> NirNode.Dynamics.LI.with(parameter(2e-3, 2e-2), parameter(1, 3), parameter(-0.2, 0.6));
            default ->
                NirNode.Dynamics.CubaLI.with(
                        parameter(2e-3, 1e-2),
                        parameter(2e-3, 2e-2),
                        parameter(1, 3),
                        parameter(-0.2, 0.6),
                        parameter(0.5, 2));
        };
    }

    private Tensor parameter(double low, double high) {
        return random.nextBoolean() ? tensor(shape, low, high) : tensor(TensorShape.of(1), low, high);
    }

    private Tensor tensor(TensorShape of, double low, double high) {
        double[] values = random.doubles(of.count(), low, high).toArray();
        if (random.nextBoolean()) {
            return Tensor.of(of, values);
        }
        float[] singles = new float[values.length];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = (float) values[i];
        }
        return Tensor.of(of, singles);
    }
}
