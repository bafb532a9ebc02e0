package ganglion.kernel.network;

import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.plasticity.SynapseRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Populations and the projections between them. Neurons are numbered through, in the order of the populations: neuron
 * {@code i} of population {@code p} has the network-wide number {@code firstNeuron(p) + i}.
 *
 * <p>The order of populations and projections is part of the network: it is the order in which input is summed. Two
 * networks that differ only in it may differ in the last bits of a potential. Immutable; safe to share between threads.
 */
public final class Network {

    private final List<Population> populations;
    private final List<Projection> projections;
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final int[] firstNeuron;

    /** For each projection the index of its source population. */
    private final int[] sources;

    /** For each projection the index of its target population. */
    private final int[] targets;

    /** For each population the projections that end on it, ascending. */
    private final int[][] incoming;

    /** For each population the projections that come from it, ascending. */
    private final int[][] outgoing;

    /**
     * @throws IllegalArgumentException if two populations share a name, or a projection names a population that does not
     *     exist or whose size differs from that of its rows
     */
    public Network(List<Population> populations, List<Projection> projections) {
        this.populations = List.copyOf(populations);
        this.projections = List.copyOf(projections);
        this.firstNeuron = new int[populations.size() + 1];
        for (int p = 0; p < this.populations.size(); p++) {
            Population population = this.populations.get(p);
            if (indexByName.put(population.name(), p) != null) {
                throw new IllegalArgumentException("two populations are named " + population.name());
            }
            firstNeuron[p + 1] = Math.addExact(firstNeuron[p], population.size());
        }
        this.projections.forEach(this::check);
        IntStream.range(0, projections.size()).forEach(this::modulatorOf);
        this.sources = ends(Projection::source);
        this.targets = ends(Projection::target);
        this.incoming = byPopulation(targets);
        this.outgoing = byPopulation(sources);
    }

    /** For each projection the index of the population at one of its ends. */
    private int[] ends(Function<Projection, String> end) {
        return projections.stream()
                .mapToInt(projection -> index(end.apply(projection)))
                .toArray();
    }

    /** Projections by the population at one of their ends: counted, then filled in ascending order. */
    private int[][] byPopulation(int[] ends) {
        int[] counts = new int[populations.size()];
        for (int population : ends) {
            counts[population]++;
        }
        int[][] lists = new int[counts.length][];
        Arrays.setAll(lists, population -> new int[counts[population]]);
        for (int projection = ends.length - 1; projection >= 0; projection--) {
            lists[ends[projection]][--counts[ends[projection]]] = projection;
        }
        return lists;
    }

    /** Refuses a projection whose ends do not exist, have another size, or take no input. */
    private void check(Projection projection) {
        checkSize(
                projection, "source", projection.source(), projection.synapses().sourceSize());
        checkSize(
                projection, "target", projection.target(), projection.synapses().targetSize());
        NeuronModel model = populations.get(index(projection.target())).model();
        if (!model.takesInput()) {
            throw new IllegalArgumentException("population " + projection.target() + " is a " + model.name()
                    + ", which takes no input, but a projection from " + projection.source() + " ends on it");
        }
    }

    private void checkSize(Projection projection, String end, String name, int expected) {
        int size = populations.get(index(name)).size();
        if (size != expected) {
            throw new IllegalArgumentException("the projection from " + projection.source() + " to "
                    + projection.target() + " has " + expected + " " + end + " neurons, but population " + name
                    + " has " + size);
        }
    }

    /** The populations, in the order in which their neurons are numbered. */
    public List<Population> populations() {
        return populations;
    }

    /** A population, by its position. */
    public Population population(int index) {
        return populations.get(index);
    }

    /** The projections, in the order in which the weights of one source neuron are summed. */
    public List<Projection> projections() {
        return projections;
    }

    /** A projection, by its position. */
    public Projection projection(int index) {
        return projections.get(index);
    }

    /**
     * Position of a population in {@link #populations()}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int index(String population) {
        Integer index = indexByName.get(population);
        if (index == null) {
            throw new IllegalArgumentException("there is no population named " + population);
        }
        return index;
    }

    /** Index of the population that a projection comes from. */
    public int sourceOf(int projection) {
        return sources[projection];
    }

    /** Index of the population that a projection ends on. */
    public int targetOf(int projection) {
        return targets[projection];
    }

    /**
     * Index of the population whose spikes are the third factor of a projection's rule; -1 if it has none.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int modulatorOf(int projection) {
        return projections
                .get(projection)
                .plasticity()
                .flatMap(SynapseRule::modulator)
                .map(this::index)
                .orElse(-1);
    }

    /** Positions of the projections that end on a population, in ascending order. */
    public int[] projectionsTo(int population) {
        return incoming[population].clone();
    }

    /** Projections that end on a population, in their order. */
    public Stream<Projection> into(String population) {
        return Arrays.stream(incoming[index(population)]).mapToObj(projections::get);
    }

    /** Projections that come from a population, in their order. */
    public Stream<Projection> outOf(String population) {
        return Arrays.stream(outgoing[index(population)]).mapToObj(projections::get);
    }

    /** Synapses that end on the neurons of a population. */
    public long synapsesTo(int population) {
        return Arrays.stream(incoming[population])
                .mapToLong(projection -> projections.get(projection).synapses().count())
                .sum();
    }

    /**
     * For how many ticks a spike matters to what comes after: the largest delay, or {@link Long#MAX_VALUE} where
     * weights change, whose traces hold all spikes.
     */
    public long memoryTicks() {
        return NetworkSummary.of(this).memoryTicks(this);
    }

    /** Index of the population that a network-wide neuron number belongs to. */
    public int populationOf(int neuron) {
        int found = Arrays.binarySearch(firstNeuron, neuron);
        return found >= 0 ? found : -found - 2;
    }

    /** Network-wide number of the first neuron of a population; for the index after the last, {@link #neuronCount()}. */
    public int firstNeuron(int population) {
        return firstNeuron[population];
    }

    /** Number of neurons, spike sources included. */
    public int neuronCount() {
        return firstNeuron[populations.size()];
    }

    /** Number of synapses, those of weight zero included. */
    public long synapseCount() {
        return projections.stream()
                .mapToLong(projection -> projection.synapses().count())
                .sum();
    }
}
