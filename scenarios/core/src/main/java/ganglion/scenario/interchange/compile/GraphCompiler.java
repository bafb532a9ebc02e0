package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes populations and synapses of a graph. */
public final class GraphCompiler {

    private final FlatGraph graph;
    private final CompileOptions options;
    private final Set<String> notes = new LinkedHashSet<>();
    private final Shapes shapes;
    private final Stages stages;
    private final Paths paths;
    private final List<Paths.Path> ways;
    private final Depths depths;
    private final Map<Integer, NeuronCompiler.CompiledNeurons> neurons = new HashMap<>();

    private GraphCompiler(NirGraph graph, CompileOptions options) throws NirException {
        this.graph = FlatGraph.of(graph);
        this.options = options;
        this.shapes = new Shapes(this.graph);
        this.stages = new Stages(this.graph, shapes, options.stepSeconds(), notes);
        this.paths = new Paths(this.graph, stages, notes);
        this.ways = paths.all();
        this.depths = new Depths(
                this.graph.size(),
                this.graph::isInput,
                ways.stream()
                        .map(way -> new Depths.Edge(way.source(), way.target()))
                        .toList());
        compileNeurons();
    }

    /** @throws NirException if the graph cannot be run, naming the node */
    public static CompiledGraph compile(NirGraph graph, CompileOptions options) throws NirException {
        try {
            return new GraphCompiler(graph, options).compile();
        } catch (StackOverflowError e) {
            throw new NirException("found a chain of nodes that is too long to follow");
        }
    }

    private void compileNeurons() throws NirException {
        for (int node = 0; node < graph.size(); node++) {
            if (graph.isPopulation(node) && !graph.isInput(node) && !isShown(node)) {
                neurons.put(node, compileNeurons(node));
            }
        }
    }

    private NeuronCompiler.CompiledNeurons compileNeurons(int node) throws NirException {
        TensorShape shape = shapes.input(node);
        try {
            return new NeuronCompiler(options, shape, paths.constantInput(node)).compile(graph.node(node));
        } catch (IllegalArgumentException e) {
            throw graph.problem(node, e.getMessage());
        }
    }

    /** Whether a node is an Output of which one layer of neurons already is what it shows. */
    private boolean isShown(int node) {
        return graph.isOutput(node) && shown(node) >= 0;
    }

    /** The layer that an Output shows as it is; -1 if there is none. */
    private int shown(int output) {
        List<Paths.Path> before =
                ways.stream().filter(way -> way.target() == output).toList();
        boolean direct = before.size() == 1
                && before.get(0).nodes().stream().allMatch(graph::passes)
                && !graph.isInput(before.get(0).source());
        return direct ? before.get(0).source() : -1;
    }

    private CompiledGraph compile() throws NirException {
        List<CompiledGraph.Source> inputs = new ArrayList<>();
        List<CompiledGraph.Layer> layers = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            if (graph.isInput(node)) {
                inputs.add(new CompiledGraph.Source(graph.name(node), shapes.output(node)));
            } else if (neurons.containsKey(node)) {
                layers.add(new CompiledGraph.Layer(
                        graph.name(node), shapes.output(node), neurons.get(node).model(), depth(node)));
            }
            if (graph.isOutput(node)) {
                outputs.add(graph.name(isShown(node) ? shown(node) : node));
            }
        }
        if (inputs.isEmpty()) {
            throw new NirException("found no node of type Input, expected at least one");
        }
        if (layers.isEmpty()) {
            throw new NirException("found no node with neurons, expected at least one");
        }
        List<CompiledGraph.Connection> connections = new ArrayList<>();
        for (Paths.Path way : ways) {
            if (!isShown(way.target())) {
                connections.add(connection(way));
            }
        }
        return new CompiledGraph(inputs, layers, connections, outputs, List.copyOf(notes));
    }

    private CompiledGraph.Connection connection(Paths.Path way) throws NirException {
        if (graph.givesPotential(way.source())) {
            throw graph.problem(
                    way.source(),
                    "found a " + graph.node(way.source()).type() + " that leads to " + graph.name(way.target())
                            + ", expected an Output alone: what it gives is its potential, not spikes");
        }
        if (graph.isOutput(way.source()) || graph.isInput(way.target())) {
            throw graph.problem(way.target(), "found an edge out of an Output or into an Input");
        }
        return new CompiledGraph.Connection(
                graph.name(way.source()), graph.name(way.target()), synapses(way, stages.along(way.nodes())));
    }

    private SynapticMap synapses(Paths.Path way, List<Stage> along) throws NirException {
        for (int node : way.nodes()) {
            shapes.input(node);
        }
        double[] gain = neurons.get(way.target()).gain();
        int sourceSize = Math.toIntExact(shapes.output(way.source()).count());
        int targetSize = Math.toIntExact(shapes.input(way.target()).count());
        if (along.size() == 1 && along.get(0) instanceof Stage.Matrix matrix) {
            return new SynapticMap.Dense(matrix.weight(), gain, delayTicks(way, 0));
        }
        noteEarlyFeedback(way, along);
        return new SynapticMap.Folded(sourceSize, targetSize, along, gain, steps -> delayTicks(way, steps));
    }

    private void noteEarlyFeedback(Paths.Path way, List<Stage> along) {
        long least = along.stream()
                .filter(Stage.Delaying.class::isInstance)
                .mapToLong(stage ->
                        Arrays.stream(((Stage.Delaying) stage).steps()).min().orElse(0))
                .sum();
        delayTicks(way, least);
    }

    /** Ticks between a step of the graph and the tick at which a population does it. */
    private int depth(int node) {
        return options.dialect().takesAStep() && !graph.isInput(node) ? 1 : depths.of(node);
    }

    /** Ticks that a spike needs, where the nodes along the way delay it by some steps. */
    private int delayTicks(Paths.Path way, long steps) {
        if (options.dialect().takesAStep()) {
            return Math.toIntExact(
                    graph.isInput(way.source()) ? steps + 1 : options.dialect().steps(steps));
        }
        boolean feedback = depths.isFeedback(way.source(), way.target());
        long wanted = feedback ? Math.max(1, steps) : steps;
        long ticks = wanted + depths.of(way.target()) - depths.of(way.source());
        if (ticks < 1) {
            notes.add("the feedback from " + graph.name(way.source()) + " to " + graph.name(way.target()) + " acts "
                    + (1 - ticks + wanted) + " steps later, not " + wanted
                    + ": each layer between them adds one tick of delay");
        }
        return Math.toIntExact(Math.max(1, ticks));
    }

    /** The ways from population to population through nodes without a state, and the bias that these nodes add. */
    private static final class Paths {

        private static final int MOST_PATHS = 100_000;
        private static final int MOST_STEPS = 10_000_000;

        private final FlatGraph graph;
        private final Stages stages;
        private final Collection<String> notes;
        private final List<Path> found = new ArrayList<>();
        private final Map<Integer, double[]> constants = new HashMap<>();
        private int steps;

        Paths(FlatGraph graph, Stages stages, Collection<String> notes) {
            this.graph = graph;
            this.stages = stages;
            this.notes = notes;
        }

        /**
         * A way from one population to another.
         *
         * @param nodes those in between, in order
         */
        record Path(int source, int target, List<Integer> nodes) {}

        /** All ways, by target and then in the order of its sources. */
        List<Path> all() throws NirException {
            for (int node = 0; node < graph.size(); node++) {
                if (graph.isPopulation(node)) {
                    walk(node, node, new ArrayDeque<>());
                }
            }
            return found;
        }

        private void walk(int target, int from, Deque<Integer> between) throws NirException {
            for (int source : graph.sources(from)) {
                if (found.size() == MOST_PATHS || ++steps > MOST_STEPS) {
                    throw graph.problem(target, "found more ways that lead here than can be followed");
                }
                if (graph.isPopulation(source)) {
                    found.add(new Path(source, target, List.copyOf(between)));
                    continue;
                }
                if (between.contains(source)) {
                    throw graph.problem(
                            source, "found a cycle without delay, expected a neuron in it: " + cycle(between, source));
                }
                between.addFirst(source);
                walk(target, source, between);
                between.removeFirst();
            }
        }

        private String cycle(Deque<Integer> between, int start) {
            StringBuilder text = new StringBuilder(graph.name(start));
            for (int node : between) {
                text.append(" -> ").append(graph.name(node));
                if (node == start) {
                    break;
                }
            }
            return text.toString();
        }

        /** The constant input of a population, one value for each element; null for none. Only after {@link #all}. */
        double[] constantInput(int population) throws NirException {
            return sum(population);
        }

        private double[] sum(int node) throws NirException {
            double[] sum = null;
            for (int source : graph.sources(node)) {
                double[] given = graph.isPopulation(source) ? null : constant(source);
                sum = add(sum, given);
            }
            return sum;
        }

        private static double[] add(double[] sum, double[] given) {
            if (sum == null || given == null) {
                return sum == null ? given : sum;
            }
            double[] total = sum.clone();
            for (int i = 0; i < total.length; i++) {
                total[i] += given[i];
            }
            return total;
        }

        private double[] constant(int node) throws NirException {
            if (!constants.containsKey(node)) {
                double[] input = sum(node);
                double[] output = input == null ? null : through(node, input);
                constants.put(node, add(output, stages.bias(node)));
            }
            return constants.get(node);
        }

        private double[] through(int node, double[] input) throws NirException {
            Stage stage = stages.of(node).orElse(null);
            if (stage == null) {
                return input;
            }
            if (stage instanceof Stage.Delaying) {
                notes.add("node " + graph.name(node) + ": the bias that it delays acts from the first step on");
            }
            Spread spread = new Spread(stage.outputs());
            for (int i = 0; i < input.length; i++) {
                stage.spread(i, input[i], spread);
            }
            return spread.toArray();
        }
    }
}
