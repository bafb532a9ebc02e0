package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import ganglion.scenario.model.Connectivity.Convolved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a graph of a network. */
public final class GraphExporter {

    private final Network network;
    private final ExportOptions options;
    private final NetworkLags lags;
    private final Map<String, NirNode> nodes = new LinkedHashMap<>();
    private final List<NirGraph.Edge> edges = new ArrayList<>();
    private final Map<String, double[]> constants = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private final List<Optional<Convolved>> convolved;
    private ImageLayers images;

    private GraphExporter(Network network, List<Optional<Convolved>> convolved, ExportOptions options)
            throws NirException {
        this.network = network;
        this.convolved = convolved;
        this.images = new ImageLayers(network, List.of());
        this.options = options;
        this.lags = new NetworkLags(network, biasedAlone());
    }

    /** The populations that no synapses reach, but a bias does. */
    private Set<String> biasedAlone() throws NirException {
        Set<String> biased = new HashSet<>();
        for (Population population : network.populations()) {
            boolean alone = population.model().takesInput()
                    && network.projections().stream()
                            .noneMatch(projection -> projection.target().equals(population.name())
                                    && projection.synapses().count() > 0);
            if (alone && isBiased(population)) {
                biased.add(population.name());
            }
        }
        return biased;
    }

    private boolean isBiased(Population population) throws NirException {
        if (population.model() instanceof DrivenNeurons) {
            return true;
        }
        NeuronNodes nodes = new NeuronNodes(population, images.shape(population), options, notes);
        return nodes.make(population.model()).constant() != null;
    }

    /**
     * A graph and what it does not say exactly.
     *
     * @param notes one line per note
     */
    public record Outcome(NirGraph graph, List<String> notes) {}

    /**
     * The graph of a network.
     *
     * @param convolved the convolution that made the synapses of each projection, if one did
     * @throws NirException if the network does what NIR has no words for
     */
    public static Outcome export(Network network, List<Optional<Convolved>> convolved, ExportOptions options)
            throws NirException {
        return new GraphExporter(network, convolved, options).export();
    }

    private Outcome export() throws NirException {
        for (Population population : network.populations()) {
            double[] constant = neurons(population).constant();
            if (constant != null) {
                constants.put(population.name(), constant);
            }
        }
        images = new ImageLayers(network, kernels());
        notes.clear();
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

    /** The projections that can be nodes of convolutions. */
    private List<KernelNode> kernels() {
        List<KernelNode> kernels = new ArrayList<>();
        for (int i = 0; i < convolved.size(); i++) {
            if (convolved.get(i).isPresent()) {
                Projection projection = network.projection(i);
                KernelNode kernel = new KernelNode(projection, convolved.get(i).get());
                boolean biased =
                        kernel.biases(constants.get(projection.target())).isPresent();
                if (biased && kernel.delayTicks() > 0 && kernel.hasPaddingOfNir()) {
                    kernels.add(kernel);
                }
            }
        }
        return kernels;
    }

    private NeuronNodes.NeuronNode neurons(Population population) throws NirException {
        if (!population.model().takesInput()) {
            return new NeuronNodes.NeuronNode(Optional.of(new NirNode.Input(images.shape(population))), null, true);
        }
        SteadyCurrent current = SteadyCurrent.of(population, lags.of(population.name()));
        NeuronNodes.NeuronNode made =
                new NeuronNodes(population, images.shape(population), options, notes).make(current.model());
        return new NeuronNodes.NeuronNode(made.node(), current.plus(made.constant()), made.still());
    }

    private void addPopulation(Population population) throws NirException {
        String name = population.name();
        NeuronNodes.NeuronNode made = neurons(population);
        nodes.put(name, made.node().orElse(new NirNode.Output(images.shape(population))));
        if (!population.model().takesInput()) {
            return;
        }
        int later = lags.laterAfterImport(name);
        if (later > 0) {
            notes.add("population " + name + ": an import acts " + later + (later == 1 ? " tick" : " ticks")
                    + " later, because a synapse reaches it sooner than the layers in between");
        }
        boolean waits = made.still() && population.startTick() <= lags.of(name);
        if (population.startTick() != lags.of(name) && !waits) {
            notes.add("population " + name + ": starts at tick " + population.startTick()
                    + ", but in the graph with the first step of its input, tick " + lags.of(name));
        }
    }

    private void addProjection(Projection projection) throws NirException {
        if (projection.plasticity().isPresent()) {
            throw new NirException("population " + projection.target(), "found plastic synapses, which NIR cannot say");
        }
        KernelNode kernel = images.kernel(projection);
        if (kernel != null) {
            double[] biases =
                    kernel.biases(constants.remove(projection.target())).orElseThrow();
            addWeights(projection, kernel.delayTicks(), kernel.node(biases));
            return;
        }
        for (Map.Entry<Integer, Tensor> matrix : WeightNodes.of(projection).entrySet()) {
            double[] constant = constants.remove(projection.target());
            addWeights(
                    projection,
                    matrix.getKey(),
                    constant == null
                            ? new NirNode.Linear(matrix.getValue())
                            : new NirNode.Affine(matrix.getValue(), Tensor.vector(constant)));
        }
    }

    private void addWeights(Projection projection, int delayTicks, NirNode weights) {
        int steps = lags.steps(projection, delayTicks);
        String source = projection.source();
        String name = free(projection.source() + "-to-" + projection.target());
        nodes.put(name, weights);
        // A cycle brings the spikes of the step before by itself.
        if (steps > 0 && !(lags.isFeedback(projection) && steps == 1)) {
            source = addDelay(projection, steps);
        }
        if (!(weights instanceof NirNode.Conv) && images.isImage(projection.source())) {
            source = addFlatten(source, shape(projection.source()));
        }
        edges.add(new NirGraph.Edge(source, name));
        edges.add(new NirGraph.Edge(name, projection.target()));
    }

    private TensorShape shape(String population) {
        return images.shape(network.population(network.index(population)));
    }

    private String addDelay(Projection projection, int steps) {
        String name = free(projection.source() + "-to-" + projection.target() + "-after-" + steps);
        TensorShape shape = shape(projection.source());
        double[] seconds = new double[(int) shape.count()];
        Arrays.fill(seconds, steps * options.stepSeconds());
        nodes.put(name, new NirNode.Delay(Tensor.of(shape, seconds)));
        edges.add(new NirGraph.Edge(projection.source(), name));
        return name;
    }

    /** Matrices take vectors. */
    private String addFlatten(String source, TensorShape shape) {
        String name = free(source + "-flat");
        nodes.put(name, new NirNode.Flatten(Optional.of(shape), 0, -1));
        edges.add(new NirGraph.Edge(source, name));
        return name;
    }

    /** A bias of a population that no synapses reach comes with weights of zero from the first input. */
    private void addLonelyConstants() throws NirException {
        for (Map.Entry<String, double[]> entry : constants.entrySet()) {
            Population first = network.population(0);
            if (first.model().takesInput()) {
                throw new NirException("population " + entry.getKey(), "found a bias in a network without inputs");
            }
            TensorShape shape = TensorShape.of(entry.getValue().length, first.size());
            String name = free("bias-of-" + entry.getKey());
            nodes.put(
                    name,
                    new NirNode.Affine(
                            Tensor.of(shape, new double[(int) shape.count()]), Tensor.vector(entry.getValue())));
            String source = images.isImage(first.name()) ? addFlatten(first.name(), images.shape(first)) : first.name();
            edges.add(new NirGraph.Edge(source, name));
            edges.add(new NirGraph.Edge(name, entry.getKey()));
        }
    }

    private void addOutputs() throws NirException {
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
                throw new NirException("population " + name, "found neurons that never fire with synapses to others");
            }
            if (population.model().takesInput() && !isOutput && !leads.contains(name)) {
                String output = free("output");
                nodes.put(output, new NirNode.Output(images.shape(population)));
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

    /** The synapses of a projection as matrices, one for each delay. */
    private static final class WeightNodes {

        private static final long LARGEST_MATRIX = 400_000_000;

        private WeightNodes() {}

        /** Matrices of target and source, by delay in ticks. Weights of synapses between the same neurons add up. */
        static SortedMap<Integer, Tensor> of(Projection projection) throws NirException {
            Synapses synapses = projection.synapses();
            TreeSet<Integer> delays = new TreeSet<>();
            boolean singles = true;
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    delays.add(synapses.delayTicks(source, i));
                    singles &= (float) synapses.weight(source, i) == synapses.weight(source, i);
                }
            }
            long cells = (long) synapses.sourceSize() * synapses.targetSize();
            if (cells * delays.size() > LARGEST_MATRIX) {
                throw new NirException(
                        "population " + projection.target(),
                        "found " + delays.size() + " matrices of " + cells
                                + " weights from " + projection.source() + ", expected at most " + LARGEST_MATRIX
                                + " weights: NIR has no lists of synapses");
            }
            SortedMap<Integer, Tensor> matrices = new TreeMap<>();
            for (int delay : delays) {
                double[] weights = matrix(synapses, delay);
                TensorShape shape = TensorShape.of(synapses.targetSize(), synapses.sourceSize());
                matrices.put(delay, singles ? Tensor.narrowed(shape, weights) : Tensor.of(shape, weights));
            }
            return matrices;
        }

        private static double[] matrix(Synapses synapses, int delay) {
            double[] weights = new double[synapses.targetSize() * synapses.sourceSize()];
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    if (synapses.delayTicks(source, i) == delay) {
                        weights[synapses.target(source, i) * synapses.sourceSize() + source] +=
                                synapses.weight(source, i);
                    }
                }
            }
            return weights;
        }
    }

    /**
     * Neurons apart from a current that flows into them at every tick.
     *
     * @param model the neurons
     * @param perTick what flows into each; null for nothing
     */
    private record SteadyCurrent(NeuronModel model, double[] perTick) {

        /**
         * @param firstTick the tick that is the first step of the graph
         * @throws NirException if the current changes in between, as no bias of a graph does
         */
        static SteadyCurrent of(Population population, int firstTick) throws NirException {
            if (!(population.model() instanceof DrivenNeurons driven)) {
                return new SteadyCurrent(population.model(), null);
            }
            if (driven.current() instanceof StepCurrent current
                    && current.steps().size() == 1) {
                StepCurrent.Step step = current.steps().get(0);
                if (step.fromTick() == firstTick) {
                    return new SteadyCurrent(driven.neurons(), step.perTick().copyOf(0, population.size()));
                }
            }
            throw new NirException(
                    "population " + population.name(),
                    "found a current that is not the same at every tick from " + firstTick
                            + " on, expected one that NIR can say as a bias");
        }

        /** The current with another one that flows as steadily. @param other null for nothing */
        double[] plus(double[] other) {
            if (perTick == null || other == null) {
                return perTick == null ? other : perTick;
            }
            double[] sum = perTick.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other[i];
            }
            return sum;
        }
    }
}
