package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Map<Integer, CompiledNeurons> neurons = new HashMap<>();

    private GraphCompiler(NirGraph graph, CompileOptions options) throws GraphCompileException {
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

    /** @throws GraphCompileException if the graph cannot be run, naming the node */
    public static CompiledGraph compile(NirGraph graph, CompileOptions options) throws GraphCompileException {
        try {
            return new GraphCompiler(graph, options).compile();
        } catch (StackOverflowError e) {
            throw new GraphCompileException("found a chain of nodes that is too long to follow");
        }
    }

    private void compileNeurons() throws GraphCompileException {
        for (int node = 0; node < graph.size(); node++) {
            if (graph.isPopulation(node) && !graph.isInput(node) && !isShown(node)) {
                neurons.put(node, compileNeurons(node));
            }
        }
    }

    private CompiledNeurons compileNeurons(int node) throws GraphCompileException {
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

    private CompiledGraph compile() throws GraphCompileException {
        List<CompiledGraph.Source> inputs = new ArrayList<>();
        List<CompiledGraph.Layer> layers = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            if (graph.isInput(node)) {
                inputs.add(new CompiledGraph.Source(graph.name(node), shapes.output(node)));
            } else if (neurons.containsKey(node)) {
                layers.add(new CompiledGraph.Layer(
                        graph.name(node), shapes.output(node), neurons.get(node).model(), depths.of(node)));
            }
            if (graph.isOutput(node)) {
                outputs.add(graph.name(isShown(node) ? shown(node) : node));
            }
        }
        if (inputs.isEmpty()) {
            throw new GraphCompileException("found no node of type Input, expected at least one");
        }
        if (layers.isEmpty()) {
            throw new GraphCompileException("found no node with neurons, expected at least one");
        }
        List<CompiledGraph.Connection> connections = new ArrayList<>();
        for (Paths.Path way : ways) {
            if (!isShown(way.target())) {
                connections.add(connection(way));
            }
        }
        return new CompiledGraph(inputs, layers, connections, outputs, List.copyOf(notes));
    }

    private CompiledGraph.Connection connection(Paths.Path way) throws GraphCompileException {
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

    private SynapticMap synapses(Paths.Path way, List<Stage> along) throws GraphCompileException {
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

    /** Ticks that a spike needs, where the nodes along the way delay it by some steps. */
    private int delayTicks(Paths.Path way, long steps) {
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
}
