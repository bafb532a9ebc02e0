package ganglion.hardware.layered;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.CoreKind;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityNetwork.Population;
import ganglion.hardware.placement.CoreCapacity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the layers of a network would lie, and the messages that follow: populations fill one core after another, all neurons of a population
 * are alike, and a spike is as likely to come from one core of its population as from another, and to go to one core of the next as to another.
 */
public final class LayeredPlacement {

    /** Copies of neurons need cores, which may need more copies. */
    private static final int MOST_ATTEMPTS = 8;

    private final ActivityNetwork network;
    private final Mesh mesh;
    private final ChipLimits limits;
    private final boolean sharesWeights;
    private final CoreCapacity capacity;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final double[] times;
    private LayeredMessages messages;
    private long cores;

    /**
     * Neurons of a population on each core of a block.
     *
     * @param population index of the population
     * @param neurons on each core, in the mean
     */
    public record Share(int population, double neurons) {}

    /**
     * Cores that hold the same.
     *
     * @param first number of the first of them
     * @param cores how many they are, side by side
     * @param shares what each of them holds
     */
    public record Block(long first, long cores, List<Share> shares) {}

    /** @param sharesWeights whether a core holds the weights of a convolution once, and not for each of its neurons */
    public LayeredPlacement(ActivityNetwork network, Mesh mesh, ChipLimits limits, boolean sharesWeights) {
        this.network = network;
        this.mesh = mesh;
        this.limits = limits;
        this.sharesWeights = sharesWeights;
        this.capacity = CoreCapacity.of(limits);
        this.times = new double[network.populations().size()];
        Arrays.fill(times, 1);
        boolean placed = false;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !placed && problems.isEmpty(); attempt++) {
            place();
            placed = !needsCopies();
        }
        if (problems.isEmpty()) {
            checkOutputAxons();
        }
        if (problems.isEmpty() && !placed) {
            problems.add("a neuron reaches no more than " + limits.most(Limit.TARGET_CORES)
                    + " cores, and the copies of neurons that would reach the others have no room");
        }
    }

    private void place() {
        blocks.clear();
        cores = 0;
        if (capacity.isUnknown()) {
            spread();
        } else {
            fill();
        }
        if (problems.isEmpty()) {
            checkChips();
        }
        if (!problems.isEmpty() && takesOwnCores()) {
            problems.clear();
        }
        if (problems.isEmpty()) {
            checkNeurons();
        }
        messages = new LayeredMessages(network, mesh, problems.isEmpty() ? blocks : List.of());
    }

    /** Whether neurons reach more cores than with the copies that room was left for; leaves room for more. */
    private boolean needsCopies() {
        boolean more = false;
        for (int p = 0; p < times.length && problems.isEmpty(); p++) {
            int layer = network.populations().get(p).layer();
            double needed = Math.ceil(coresReached(layer) / limits.most(Limit.TARGET_CORES));
            more |= needed > times[p];
            times[p] = Math.max(times[p], needed);
        }
        return more && !capacity.isUnknown();
    }

    /** Further neurons that do as others do, as one neuron does not reach enough cores. */
    public long copies() {
        double copies = 0;
        for (int p = 0; p < times.length; p++) {
            copies += (times[p] - 1) * network.populations().get(p).size();
        }
        return (long) copies;
    }

    /** What each core holds, by cores. */
    public List<Block> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** Why the network does not fit, and which layer; empty if it does. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Messages and hops of all samples, by operation. */
    public Map<Operation, Double> messages() {
        return messages.operations();
    }

    /** Cores that a spike of a layer reaches, in the mean. */
    public double coresReached(int layer) {
        return messages.coresReached(layer);
    }

    /** Cores that hold a neuron. */
    public long cores() {
        return cores;
    }

    /** Chips that they lie on. */
    public long chips() {
        return (cores + mesh.cores() - 1) / mesh.cores();
    }

    /** Nothing is known of what fills a core: each core of a chip gets a slice of every population. */
    private void spread() {
        List<Share> shares = new ArrayList<>();
        List<Population> populations = network.populations();
        for (int p = 0; p < populations.size(); p++) {
            shares.add(new Share(p, (double) populations.get(p).size() / mesh.cores()));
        }
        cores = shares.isEmpty() ? 0 : mesh.cores();
        blocks.add(new Block(0, cores, shares));
    }

    private void fill() {
        Filling open = new Filling();
        for (int p = 0; p < network.populations().size() && problems.isEmpty(); p++) {
            open = place(p, open);
        }
        close(open);
    }

    private Filling place(int index, Filling begun) {
        Population population = network.populations().get(index);
        Filling open = begun;
        double left = population.size();
        double whole = new Filling().room(index, left);
        if (whole < 1) {
            refuse(population);
            return open;
        }
        double here = open.room(index, left);
        if (here > 0) {
            open.add(index, here);
            left -= here;
        }
        if (left > 0) {
            close(open);
            long full = (long) (left / whole);
            if (full > 0) {
                blocks.add(new Block(cores, full, List.of(new Share(index, whole))));
                cores += full;
                left -= full * whole;
            }
            open = new Filling();
            if (left > 0) {
                open.add(index, left);
            }
        }
        return open;
    }

    /** Gives each population a core, those first that fit on the fewest kinds of cores; false if one finds none. */
    private boolean takesOwnCores() {
        List<CoreKind> free = new ArrayList<>();
        limits.kinds().forEach(kind -> free.addAll(Collections.nCopies(kind.cores(), kind)));
        List<Integer> order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingLong(
                        p -> free.stream().filter(kind -> holds(kind, p)).count()))
                .toList();
        for (int p : order) {
            Optional<CoreKind> best = free.stream()
                    .filter(kind -> holds(kind, p))
                    .min(Comparator.comparingDouble(kind -> (double) kind.neurons() * kind.synapses()));
            if (best.isEmpty()) {
                return false;
            }
            free.remove(best.get());
        }
        blocks.clear();
        for (int p : order) {
            blocks.add(new Block(
                    p, 1, List.of(new Share(p, network.populations().get(p).size()))));
        }
        cores = times.length;
        return cores > 0;
    }

    private boolean holds(CoreKind kind, int index) {
        Population population = network.populations().get(index);
        return population.size() * times[index] <= kind.neurons()
                && synapses(population, population.size()) <= kind.synapses();
    }

    private void close(Filling filling) {
        if (!filling.shares.isEmpty()) {
            blocks.add(new Block(cores++, 1, List.copyOf(filling.shares)));
        }
    }

    private void refuse(Population population) {
        boolean kernels = sharesWeights
                && population.inlets().stream()
                        .anyMatch(inlet -> network.layer(inlet).kind() == Kind.CONVOLUTION);
        String held = kernels
                ? name(population) + " needs " + Math.round(synapses(population, 1)) + " weights on a core"
                : "a neuron of " + name(population) + " has " + Math.round(synapses(population, 1)) + " synapses from "
                        + Math.round(new Filling().axonsWith(population, 1)) + " sources";
        String size = limits.of(Limit.SYNAPSES_PER_CORE)
                .map(Figure::note)
                .filter(note -> !note.isEmpty())
                .map(note -> " (" + note + ")")
                .orElse("");
        problems.add(held + ", more than fit on a core of " + capacity.text() + size);
    }

    /** A core that is being filled. */
    private final class Filling {

        private final List<Share> shares = new ArrayList<>();
        private double neurons = capacity.neurons();
        private double synapses = capacity.synapses();
        private double taken;
        private final Map<Set<Integer>, Double> axons = new HashMap<>();

        /** Whole neurons of a population that still fit, up to a number. */
        double room(int index, double most) {
            Population population = network.populations().get(index);
            double low = 0;
            double high = Math.floor(Math.min(most, neurons / times[index]));
            if (fits(population, high)) {
                return high;
            }
            while (high - low > 1) {
                double middle = Math.floor((low + high) / 2);
                if (fits(population, middle)) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean fits(Population population, double count) {
            return LayeredPlacement.this.synapses(population, count) <= synapses
                    && axonsWith(population, count) <= capacity.inputAxons();
        }

        /** Source neurons of the core with further neurons on it. */
        double axonsWith(Population population, double count) {
            double sum = taken;
            for (Map.Entry<Set<Integer>, Double> source :
                    axonsOf(population, count).entrySet()) {
                sum += source.getValue() - axons.getOrDefault(source.getKey(), 0.0);
            }
            return sum;
        }

        /** Source neurons by the layers that they are in. Those of other neurons on the core are as likely among them as any. */
        private Map<Set<Integer>, Double> axonsOf(Population population, double count) {
            Map<Set<Integer>, Double> found = new HashMap<>();
            for (int inlet : count == 0 ? List.<Integer>of() : population.inlets()) {
                double own = network.axons(inlet, count * network.size(inlet) / population.size()) * sources(inlet);
                take(found, network.emittersInto(inlet), own, network.inputSize(inlet) * sources(inlet));
            }
            for (int direct : population.direct()) {
                double size = network.size(direct);
                take(found, Set.of(direct), count * size / population.size(), size);
            }
            return found;
        }

        private void take(Map<Set<Integer>, Double> found, Set<Integer> layers, double own, double size) {
            double before = found.getOrDefault(layers, axons.getOrDefault(layers, 0.0));
            found.put(layers, before + own - before * own / size);
        }

        void add(int index, double count) {
            Population population = network.populations().get(index);
            shares.add(new Share(index, count));
            neurons -= count * times[index];
            synapses -= LayeredPlacement.this.synapses(population, count);
            taken = axonsWith(population, count);
            axons.putAll(axonsOf(population, count));
        }
    }

    private double synapses(Population population, double neurons) {
        double synapses = 0;
        for (int inlet : population.inlets()) {
            boolean once = sharesWeights && network.layer(inlet).kind() == Kind.CONVOLUTION;
            synapses += once ? network.weights(inlet) : neurons * fanIn(inlet, population);
        }
        return neurons == 0 ? 0 : synapses;
    }

    /** Synapses of a neuron from a layer. */
    private double fanIn(int inlet, Population population) {
        return network.denseProducts(inlet) / population.size() * sources(inlet);
    }

    /** A chip that shares the weights of convolutions adds up pools, too. */
    private double sources(int inlet) {
        return sharesWeights ? 1 : network.sourcesPerInput(inlet);
    }

    private String name(Population population) {
        return network.layer(population.layer()).name();
    }

    private void checkChips() {
        Optional<Figure> most = limits.of(Limit.CHIPS);
        if (chips() > most.map(Figure::value).orElse(1.0)) {
            long[] coresOf = new long[times.length];
            for (Block block : blocks) {
                block.shares().forEach(share -> coresOf[share.population()] += block.cores());
            }
            int largest =
                    IntStream.range(0, coresOf.length).reduce(0, (best, p) -> coresOf[p] > coresOf[best] ? p : best);
            problems.add("needs " + cores + " cores, " + chips() + " chips of " + mesh.cores() + ", "
                    + coresOf[largest] + " of them for "
                    + name(network.populations().get(largest))
                    + most.map(chips -> "; the largest system has " + chips.text())
                            .orElse("; nothing is known of systems with more than one chip")
                    + (sharesWeights || !convolves() ? "" : " (each synapse of a convolution is held, none shared)"));
        }
    }

    private boolean convolves() {
        return network.activity().layers().stream().anyMatch(layer -> layer.kind() == Kind.CONVOLUTION);
    }

    private void checkNeurons() {
        for (Population population : network.populations()) {
            double fanIn = population.inlets().stream()
                    .mapToDouble(inlet -> fanIn(inlet, population))
                    .sum();
            check(Limit.FAN_IN, fanIn, "a neuron of " + name(population) + " has ", " synapses, a neuron takes ");
        }
        double inputs = 0;
        double outputs = 0;
        for (int layer = 0; layer < network.count(); layer++) {
            check(
                    Limit.DELAY_TICKS,
                    network.layer(layer).synapses().delay(),
                    network.layer(layer).name() + " has a delay of ",
                    " ticks, the longest possible is ");
            if (network.layer(layer).kind() == Kind.INPUT) {
                inputs += network.size(layer);
            } else if (network.layer(layer).kind() == Kind.NEURONS) {
                int own = network.populationOf(layer);
                check(
                        Limit.FAN_OUT,
                        fanOut(layer),
                        "a neuron of " + network.layer(layer).name() + " reaches ",
                        " synapses, a neuron reaches ");
                outputs += network.targets(layer).stream().allMatch(target -> target == own) ? network.size(layer) : 0;
            }
        }
        for (Population population : network.populations()) {
            outputs += network.layer(population.layer()).kind() == Kind.NEURONS ? 0 : population.size();
        }
        check(Limit.INPUTS, inputs, "the network has ", " input neurons, the chip takes ");
        check(Limit.OUTPUTS, outputs, "the network has ", " output neurons, the chip takes ");
    }

    private void check(Limit limit, double found, String before, String between) {
        if (found > limits.most(limit)) {
            problems.add(before + Math.round(found) + between + limits.most(limit));
        }
    }

    /** Synapses that a spike of a layer reaches. */
    private double fanOut(int layer) {
        return network.targets(layer).stream()
                .flatMap(target -> network.populations().get(target).inlets().stream())
                .distinct()
                .filter(inlet -> network.emittersInto(inlet).contains(layer))
                .mapToDouble(inlet -> network.denseProducts(inlet) / network.inputSize(inlet))
                .sum();
    }

    private void checkOutputAxons() {
        long most = limits.most(Limit.OUTPUT_AXONS_PER_CORE);
        for (Block block : blocks) {
            for (Share share : block.shares()) {
                int layer = network.populations().get(share.population()).layer();
                double axons = share.neurons() * coresReached(layer);
                if (axons > most) {
                    problems.add("a core of " + network.layer(layer).name() + " sends to " + Math.round(axons)
                            + " pairs of neuron and core, it has " + most + " output axons");
                    return;
                }
            }
        }
    }
}
