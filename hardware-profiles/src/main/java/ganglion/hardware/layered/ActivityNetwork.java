package ganglion.hardware.layered;

import ganglion.hardware.layered.ActivityLayer.Flow;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityLayer.Neurons;
import ganglion.hardware.layered.ActivityLayer.Window;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** An activity with what follows from its shapes and from how its layers are connected. */
public final class ActivityNetwork {

    private final Activity activity;
    private final int count;
    private final LayerGraph graph;
    private final List<List<Integer>> inputShapes = new ArrayList<>();
    private final List<LayerProblem> problems = new ArrayList<>();
    private final List<Population> populations = new ArrayList<>();
    private final Map<Integer, List<String>> ends = new HashMap<>();
    private final Map<Integer, Integer> populationOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> emitters = new HashMap<>();
    private final Map<Integer, Set<Integer>> targets = new HashMap<>();
    private final Map<Integer, Double> sourcesPerInput = new HashMap<>();

    /**
     * What is wrong with a layer.
     *
     * @param layer its number
     * @param key the key that is wrong, or misses
     * @param message what was found and expected
     */
    public record LayerProblem(int layer, String key, String message) {}

    /**
     * Neurons that lie on cores: those of a layer, or the accumulators of a read-out.
     *
     * @param layer number of the layer
     * @param size number of neurons
     * @param inlets numbers of the layers with weights or products that end on them
     * @param direct numbers of the layers whose events reach them without weights
     */
    public record Population(int layer, long size, List<Integer> inlets, List<Integer> direct) {

        /** Takes copies of the lists. */
        public Population {
            inlets = List.copyOf(inlets);
            direct = List.copyOf(direct);
        }
    }

    /** A network whose {@link #problems} are to be looked at before anything else is asked for. */
    public ActivityNetwork(Activity activity) {
        this.activity = activity;
        this.count = activity.layers().size();
        this.graph = new LayerGraph(activity.layers());
        problems.addAll(graph.problems());
        if (problems.isEmpty()) {
            for (int i = 0; i < count; i++) {
                List<Integer> own = layer(i).window().inputShape();
                List<Integer> from = graph.sources(i);
                inputShapes.add(
                        !own.isEmpty()
                                ? own
                                : layer(from.isEmpty() ? i : from.get(0)).shape());
            }
            for (int i = 0; i < count; i++) {
                problems.addAll(new ShapeChecks(this, i).problems());
            }
        }
        if (problems.isEmpty()) {
            CountChecks checks = new CountChecks(this);
            for (int i = 0; i < count; i++) {
                problems.addAll(checks.of(i));
            }
            findPopulations();
            if (populations.isEmpty()) {
                problem(0, "kind", "found no layer with weights or neurons, expected one");
            }
        }
    }

    /** What was recorded. */
    public Activity activity() {
        return activity;
    }

    /** What contradicts itself; nothing else makes sense while there is any. */
    public List<LayerProblem> problems() {
        return List.copyOf(problems);
    }

    /** Neurons and read-outs in the order of their layers. */
    public List<Population> populations() {
        return populations;
    }

    /** Number of layers. */
    public int count() {
        return count;
    }

    /** A layer. */
    public ActivityLayer layer(int layer) {
        return activity.layers().get(layer);
    }

    /** Weights belong to the neurons behind them; those with nothing behind them are a read-out. */
    private void findPopulations() {
        BitSet claimed = new BitSet();
        for (int i = 0; i < count; i++) {
            if (layer(i).kind() == Kind.NEURONS) {
                Set<Integer> inlets = new LinkedHashSet<>();
                Set<Integer> direct = new LinkedHashSet<>();
                graph.collect(i, inlets, direct);
                inlets.forEach(claimed::set);
                populations.add(new Population(i, size(i), List.copyOf(inlets), List.copyOf(direct)));
            }
        }
        for (int i = 0; i < count; i++) {
            if (layer(i).kind().hasProducts() && !claimed.get(i)) {
                populations.add(new Population(i, size(i), List.of(i), List.of()));
            }
        }
        populations.sort((a, b) -> Integer.compare(a.layer(), b.layer()));
        for (Population population : populations) {
            populationOf.put(population.layer(), populationOf.size());
            population
                    .inlets()
                    .forEach(inlet -> ends.computeIfAbsent(inlet, unused -> new ArrayList<>())
                            .add(layer(population.layer()).name()));
        }
    }

    /** Inputs and neurons whose spikes reach a layer, through what passes them on. */
    public Set<Integer> emittersInto(int layer) {
        return emitters.computeIfAbsent(layer, into -> {
            Set<Integer> found = new LinkedHashSet<>();
            graph.collect(into, new HashSet<>(), found);
            return found;
        });
    }

    /** Index of the population of a layer; -1 of layers without one. */
    int populationOf(int layer) {
        return populationOf.getOrDefault(layer, -1);
    }

    /** Indices of the populations that spikes of a layer reach; its own among them if it is recurrent. */
    Set<Integer> targets(int layer) {
        if (targets.isEmpty()) {
            for (int p = 0; p < populations.size(); p++) {
                Set<Integer> into = new LinkedHashSet<>(populations.get(p).direct());
                populations.get(p).inlets().forEach(inlet -> into.addAll(emittersInto(inlet)));
                for (int emitter : into) {
                    targets.computeIfAbsent(emitter, unused -> new LinkedHashSet<>())
                            .add(p);
                }
            }
        }
        return targets.getOrDefault(layer, Set.of());
    }

    /**
     * Whether numbers flow into a layer that are not those of an input. What weights give is a number, also where it happens to be a whole one
     * and was counted as spikes.
     */
    public boolean takesNumbersOfLayers(int layer) {
        Set<Integer> behind =
                layer(layer).kind().hasProducts() ? graph.reached(graph.sources(layer), graph::passesOn) : Set.of();
        return multiplyAccumulates(layer) > 0
                ? behind.stream()
                        .noneMatch(source -> layer(source).kind() == Kind.INPUT
                                && layer(source).flow().outputSpikes().isEmpty())
                : allEvents(layer) > 0
                        && behind.stream()
                                .anyMatch(source -> layer(source).kind().hasProducts());
    }

    /** Layers of neurons that the sums of a layer with weights end on; several where a residual sum goes on past neurons. */
    public List<String> endsOn(int layer) {
        return ends.getOrDefault(layer, List.of());
    }

    /** The layers that turn the numbers of inputs into spikes; empty if none does, or numbers go to other neurons, too. */
    public Optional<Encoding> encoding() {
        List<Integer> weights = new ArrayList<>();
        Set<Integer> neurons = new LinkedHashSet<>();
        for (Population population : populations) {
            boolean numbers = !population.inlets().isEmpty()
                    && population.inlets().stream()
                            .allMatch(inlet -> takesNumbersOfInputs(inlet) && synapticEvents(inlet) == 0);
            if (numbers && layer(population.layer()).kind() == Kind.NEURONS) {
                neurons.add(population.layer());
                weights.addAll(population.inlets());
            } else if (population.inlets().stream().anyMatch(this::takesNumbersOfInputs)) {
                return Optional.empty();
            }
        }
        return neurons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Encoding(weights, List.copyOf(neurons), behind(neurons)));
    }

    private boolean takesNumbersOfInputs(int layer) {
        return multiplyAccumulates(layer) > 0 && !takesNumbersOfLayers(layer);
    }

    /** The network whose inputs are the spikes of some layers. */
    private ActivityNetwork behind(Set<Integer> inputs) {
        List<Integer> ends = populations.stream()
                .map(Population::layer)
                .filter(layer -> !inputs.contains(layer))
                .toList();
        BitSet needed = new BitSet();
        graph.reached(ends, layer -> !inputs.contains(layer)).forEach(needed::set);
        List<ActivityLayer> kept = new ArrayList<>();
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            ActivityLayer layer = layer(i);
            boolean input = inputs.contains(i);
            kept.add(new ActivityLayer(
                    layer.name(),
                    input ? Kind.INPUT : layer.kind(),
                    input
                            ? Optional.empty()
                            : Optional.of(graph.sources(i).stream()
                                    .map(source -> layer(source).name())
                                    .toList()),
                    layer.shape(),
                    layer.window(),
                    layer.synapses(),
                    layer.flow(),
                    input ? Neurons.NONE : layer.neurons()));
        }
        return new ActivityNetwork(activity.of(kept));
    }

    /**
     * Layers that turn numbers into spikes.
     *
     * @param weights numbers of their layers with weights
     * @param neurons numbers of their neurons
     * @param rest the network behind them, of which their spikes are the inputs
     */
    public record Encoding(List<Integer> weights, List<Integer> neurons, ActivityNetwork rest) {}

    /** Whether what neurons send reaches their own layer again. */
    public boolean isRecurrent(int layer) {
        return graph.isRecurrent(layer);
    }

    boolean emits(int layer) {
        return graph.emits(layer);
    }

    /** Outputs of a layer for one sample and step. */
    public long size(int layer) {
        return product(layer(layer).shape());
    }

    /** Numbers of the layers that flow into a layer. */
    List<Integer> sources(int layer) {
        return graph.sources(layer);
    }

    /** Shape of its input. */
    List<Integer> inputShape(int layer) {
        return inputShapes.get(layer);
    }

    /** Inputs of a layer for one sample and step. */
    public long inputSize(int layer) {
        return product(inputShapes.get(layer));
    }

    /**
     * Inputs and neurons behind one input of a layer, in the mean: those of the window of a pool, and both sides of a sum. A chip that does
     * not pool takes each of them as a source of its own.
     */
    public double sourcesPerInput(int layer) {
        Double known = sourcesPerInput.get(layer);
        if (known == null) {
            known = sourcesPerInput(layer, new HashMap<>());
            sourcesPerInput.put(layer, known);
        }
        return known;
    }

    /** With what is known of layers that were met; a layer that is met within itself counts as one. */
    private double sourcesPerInput(int layer, Map<Integer, Double> met) {
        double sum = 0;
        long together = 0;
        for (int source : graph.sources(layer)) {
            double each;
            if (graph.passesOn(source) && met.putIfAbsent(source, 1.0) == null) {
                each = sourcesPerInput(source, met);
                each *= layer(source).kind() == Kind.POOLING ? (double) inputSize(source) / size(source) : 1;
                met.put(source, each);
            } else {
                each = met.getOrDefault(source, 1.0);
            }
            sum += each * size(source);
            together += size(source);
        }
        boolean oneAfterAnother = together == inputSize(layer);
        return together == 0 ? 1 : Math.max(1, oneAfterAnother ? sum / together : sum / inputSize(layer));
    }

    /** Multiply-accumulates of one pass through a layer if nothing is zero. */
    public double denseProducts(int layer) {
        ActivityLayer of = layer(layer);
        return of.synapses().denseProducts().orElseGet(() -> switch (of.kind()) {
            case LINEAR, RECURRENT -> (double) size(layer) * featuresIn(layer);
            case CONVOLUTION -> (double) size(layer) * kernelWeights(layer);
            default -> 0.0;
        });
    }

    /** Weights of a layer without biases. */
    public double weights(int layer) {
        ActivityLayer of = layer(layer);
        return of.synapses().weights().map(Long::doubleValue).orElseGet(() -> switch (of.kind()) {
            case LINEAR, RECURRENT -> (double) featuresIn(layer) * featuresOut(layer);
            case CONVOLUTION ->
                of.window().kernel().isEmpty()
                        ? denseProducts(layer)
                        : (double) of.shape().get(0) * kernelWeights(layer);
            case SPARSE -> denseProducts(layer);
            default -> 0.0;
        });
    }

    /** Weights and biases. */
    public double parameters(int layer) {
        return weights(layer) + layer(layer).synapses().biases();
    }

    long featuresIn(int layer) {
        List<Integer> in = inputShapes.get(layer);
        boolean tokens = in.size() > 1 && in.size() == layer(layer).shape().size();
        return tokens ? in.get(in.size() - 1) : product(in);
    }

    long featuresOut(int layer) {
        List<Integer> out = layer(layer).shape();
        boolean tokens = out.size() > 1 && out.size() == inputShapes.get(layer).size();
        return tokens ? out.get(out.size() - 1) : product(out);
    }

    private long kernelWeights(int layer) {
        Window window = layer(layer).window();
        return product(window.kernel()) * inputShapes.get(layer).get(0) / window.groups();
    }

    /** Spikes that a layer sends, in all samples. */
    public double spikes(int layer) {
        return layer(layer).flow().outputSpikes().orElse(0.0);
    }

    /** Spikes that reach a layer where each is one event: behind inputs and neurons, without a pool or a sum between. Empty if they are not known. */
    OptionalDouble spikesInto(int layer) {
        boolean known = sources(layer).stream()
                .allMatch(source ->
                        emits(source) && layer(source).flow().outputSpikes().isPresent());
        return known
                ? OptionalDouble.of(
                        sources(layer).stream().mapToDouble(this::spikes).sum())
                : OptionalDouble.empty();
    }

    /** What the file says of how it was counted, and which weights spikes pass by: those of a read-out may be called in the last step alone. */
    public List<String> assumed() {
        List<String> told = new ArrayList<>(activity.assumed());
        for (int i = 0; i < count; i++) {
            double taken = layer(i).flow().inputSpikes().orElse(Double.POSITIVE_INFINITY);
            double sent = spikesInto(i).orElse(0);
            if (layer(i).kind() != Kind.RECURRENT && taken < sent * (1 - CountChecks.RATES)) {
                told.add(String.format(
                        Locale.ROOT, "%s takes %,.0f of the %,.0f spikes before it.", layer(i).name(), taken, sent));
            }
        }
        return told;
    }

    /** Those of them that reach a synapse. */
    double reachingSpikes(int layer) {
        return layer(layer).flow().reachingSpikes().orElse(spikes(layer));
    }

    /** Additions of weights other than zero that spikes cause in a layer, in all samples. */
    public double synapticEvents(int layer) {
        return Math.max(0, allEvents(layer) - layer(layer).flow().zeroEvents().orElse(0.0));
    }

    /** With those of weights of zero. */
    double allEvents(int layer) {
        Flow flow = layer(layer).flow();
        return layer(layer).kind().hasProducts()
                ? flow.synapticEvents().orElse(flow.inputSpikes().orElse(0.0) * meanFanOut(layer))
                : 0;
    }

    /** Products of numbers in a layer, in all samples. */
    public double multiplyAccumulates(int layer) {
        ActivityLayer of = layer(layer);
        double weights = weights(layer);
        double kept = weights > 0 ? 1 - of.synapses().zeroWeights() / weights : 1;
        return of.kind().hasProducts()
                ? of.flow()
                        .multiplyAccumulates()
                        .orElse(of.flow().inputNumbers().orElse(0.0) * meanFanOut(layer) * kept)
                : 0;
    }

    private double meanFanOut(int layer) {
        return denseProducts(layer) / inputSize(layer);
    }

    /**
     * Additions of a layer as papers count them, in all samples: the rate of its input times the products of a pass, in which a convolution has
     * its border of zeros, as in the artificial network of the same layers.
     */
    public double additionsOfPapers(int layer) {
        return withBorder(layer, layer(layer).flow().inputSpikes(), allEvents(layer));
    }

    /** Products of numbers as papers count them. */
    public double productsOfPapers(int layer) {
        return withBorder(layer, layer(layer).flow().inputNumbers(), multiplyAccumulates(layer));
    }

    private double withBorder(int layer, Optional<Double> inputs, double counted) {
        return layer(layer).kind() == Kind.CONVOLUTION && inputs.isPresent()
                ? inputs.get() * meanFanOut(layer)
                : counted;
    }

    /** Neurons and steps in which something reaches a neuron of a population or it fires, in all samples. */
    public double activeUpdates(Population population) {
        double all = population.size() * activity.allSteps();
        double events = population.inlets().stream()
                        .mapToDouble(inlet -> synapticEvents(inlet) + multiplyAccumulates(inlet))
                        .sum()
                + population.direct().stream().mapToDouble(this::spikes).sum();
        double hit = all * (1 - Math.exp(-events / all));
        return layer(population.layer()).neurons().activeUpdates().orElse(Math.max(hit, spikes(population.layer())));
    }

    /** Source neurons that a number of neurons of a population has in one of its inlets, if they lie side by side. */
    double axons(int inlet, double neurons) {
        ActivityLayer of = layer(inlet);
        double in = inputSize(inlet);
        List<Integer> shape = of.shape();
        if (of.kind() == Kind.CONVOLUTION && !of.window().kernel().isEmpty()) {
            double positions = Math.max(1, neurons / shape.get(0));
            int space = shape.size() - 1;
            double side = Math.pow(positions, 1.0 / space);
            double reached =
                    (double) inputShapes.get(inlet).get(0) / of.window().groups();
            for (int d = 0; d < space; d++) {
                double reach = of.window().dilationAt(d) * (of.window().kernel().get(d) - 1.0) + 1;
                reached *= Math.min(
                        inputShapes.get(inlet).get(d + 1),
                        (side - 1) * of.window().strideAt(d) + reach);
            }
            return Math.min(in, reached);
        }
        if (of.kind() == Kind.LINEAR && shape.size() > 1 && featuresIn(inlet) < in) {
            return Math.min(in, Math.ceil(neurons / featuresOut(inlet)) * featuresIn(inlet));
        }
        double fanOut = denseProducts(inlet) / in;
        double share = Math.min(1, neurons / size(inlet));
        return share >= 1 || fanOut >= size(inlet) ? in : in * (1 - Math.pow(1 - share, fanOut));
    }

    private void problem(int layer, String key, String message) {
        problems.add(new LayerProblem(layer, key, message));
    }

    private static long product(List<Integer> sizes) {
        double product = 1;
        for (int size : sizes) {
            product *= size;
        }
        return (long) product;
    }
}
