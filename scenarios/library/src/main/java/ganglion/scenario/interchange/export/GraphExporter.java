package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Shape;
import ganglion.scenario.interchange.nir.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a graph of a network. */
public final class GraphExporter {

    private final Network network;
    private final ExportOptions options;
    private final NetworkLags lags;
    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<NirGraph.Edge> edges = new ArrayList<>();
    private final Map<String, double[]> constants = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private GraphExporter(Network network, ExportOptions options) {
        this.network = network;
        this.options = options;
        this.lags = new NetworkLags(network);
    }

    /**
     * A graph and what it does not say exactly.
     *
     * @param notes a line each
     */
    public record Outcome(NirGraph graph, List<String> notes) {}

    /**
     * The graph of a network.
     *
     * @throws ExportException if the network does what NIR has no words for
     */
    public static Outcome export(Network network, ExportOptions options) throws ExportException {
        return new GraphExporter(network, options).export();
    }

    private Outcome export() throws ExportException {
        for (Population population : network.populations()) {
            addPopulation(population);
        }
        for (Projection projection : network.projections()) {
            addProjection(projection);
        }
        addLonelyConstants();
        addOutputs();
        return new Outcome(new NirGraph(nodes, edges), List.copyOf(notes));
    }

    private void addPopulation(Population population) throws ExportException {
        String name = population.name();
        if (!population.model().takesInput()) {
            nodes.put(name, new NirNode.Input(Shape.of(population.size())));
            return;
        }
        SteadyCurrent current = SteadyCurrent.of(population, lags.of(name));
        NeuronNode made = new NeuronNodes(population, options, notes).make(current.model());
        nodes.put(name, made.node().orElse(new NirNode.Output(Shape.of(population.size()))));
        double[] constant = current.plus(made.constant());
        if (constant != null) {
            constants.put(name, constant);
        }
        boolean waits = made.still() && population.startTick() <= lags.of(name);
        if (population.startTick() != lags.of(name) && !waits) {
            notes.add("population " + name + ": starts at tick " + population.startTick()
                    + ", but in the graph with the first step of its input, tick " + lags.of(name));
        }
    }

    private void addProjection(Projection projection) throws ExportException {
        if (projection.plasticity().isPresent()) {
            throw new ExportException(projection.target(), "found plastic synapses, which NIR cannot say");
        }
        for (Map.Entry<Integer, Tensor> matrix : WeightNodes.of(projection).entrySet()) {
            int steps = lags.steps(projection, matrix.getKey());
            boolean toItself = projection.source().equals(projection.target());
            String source = projection.source();
            String name = free(projection.source() + "-to-" + projection.target());
            // A cycle brings the spikes of the step before by itself.
            if (steps > 0 && !(toItself && steps == 1)) {
                source = addDelay(projection, steps);
            }
            double[] constant = constants.remove(projection.target());
            nodes.put(
                    name,
                    constant == null
                            ? new NirNode.Linear(matrix.getValue())
                            : new NirNode.Affine(matrix.getValue(), Tensor.vector(constant)));
            edges.add(new NirGraph.Edge(source, name));
            edges.add(new NirGraph.Edge(name, projection.target()));
        }
    }

    private String addDelay(Projection projection, int steps) {
        String name = free(projection.source() + "-to-" + projection.target() + "-after-" + steps);
        int size = projection.synapses().sourceSize();
        double[] seconds = new double[size];
        Arrays.fill(seconds, steps * options.stepSeconds());
        nodes.put(name, new NirNode.Delay(Tensor.vector(seconds)));
        edges.add(new NirGraph.Edge(projection.source(), name));
        return name;
    }

    /** A bias of a population that no synapses reach comes with weights of zero from the first input. */
    private void addLonelyConstants() throws ExportException {
        for (Map.Entry<String, double[]> entry : constants.entrySet()) {
            Population first = network.populations().get(0);
            if (first.model().takesInput()) {
                throw new ExportException(entry.getKey(), "found a bias in a network without inputs");
            }
            Shape shape = Shape.of(entry.getValue().length, first.size());
            String name = free("bias-of-" + entry.getKey());
            nodes.put(
                    name,
                    new NirNode.Affine(
                            Tensor.of(shape, new double[(int) shape.count()]), Tensor.vector(entry.getValue())));
            edges.add(new NirGraph.Edge(first.name(), name));
            edges.add(new NirGraph.Edge(name, entry.getKey()));
        }
    }

    private void addOutputs() throws ExportException {
        Set<String> leads = new LinkedHashSet<>();
        for (Projection projection : network.projections()) {
            if (!projection.source().equals(projection.target())) {
                leads.add(projection.source());
            }
        }
        for (Population population : network.populations()) {
            String name = population.name();
            boolean isOutput = nodes.get(name) instanceof NirNode.Output;
            if (isOutput && leads.contains(name)) {
                throw new ExportException(name, "found neurons that never fire with synapses to others");
            }
            if (population.model().takesInput() && !isOutput && !leads.contains(name)) {
                String output = free("output");
                nodes.put(output, new NirNode.Output(Shape.of(population.size())));
                edges.add(new NirGraph.Edge(name, output));
            }
        }
    }

    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; nodes.containsKey(name) || isPopulation(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private boolean isPopulation(String name) {
        return network.populations().stream()
                .anyMatch(population -> population.name().equals(name));
    }
}
