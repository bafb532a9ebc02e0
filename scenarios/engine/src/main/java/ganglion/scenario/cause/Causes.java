package ganglion.scenario.cause;

import ganglion.kernel.cause.CausesOfRun;
import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.LoneNeuron;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** Answers why a neuron fired in a run, or did not. */
public final class Causes {

    /** Two ways to a potential differ by less than this share of it. */
    private static final double ROUNDING = 1e-9;

    private final Network network;
    private final CausesOfRun run;
    private final long ticks;
    private final Pruning pruning;

    /** Parts that have been found: a spike may lift many others. */
    private final Map<SpikeId, Optional<PotentialParts>> known = new HashMap<>();

    /**
     * @param network as it was run
     * @param spikes all spikes of each population, at least up to the tick that is asked for
     * @param ticks how many ticks these are of
     * @param pruning which causes of causes are followed
     */
    public Causes(Network network, List<SpikeRaster> spikes, long ticks, Pruning pruning) {
        this.network = network;
        this.run = new CausesOfRun(network, spikes);
        this.ticks = ticks;
        this.pruning = pruning;
    }

    /** The ticks at which a neuron fired, ascending. */
    public long[] spikesOf(int population, int neuron) {
        return run.spikesOf(population, neuron);
    }

    /** The answer for a neuron and a tick; empty if the potentials of its model are no sums. */
    public Optional<CauseAnswer> explain(SpikeId at) {
        boolean fired = Arrays.binarySearch(spikesOf(at.population(), at.neuron()), at.tick()) >= 0;
        Optional<PotentialParts> parts = parts(at);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Opened root = open(at, 1, parts.get());
        Origins origins = follow(root);
        LoneNeuron alone = new LoneNeuron(network, run, at.population(), at.neuron());
        long end = at.tick() + 1;
        boolean repeated = Arrays.equals(
                until(spikesOf(at.population(), at.neuron()), end), alone.spikesWithout(spike -> false, end));
        return Optional.of(new CauseAnswer(
                fired,
                root.close(),
                fired ? Optional.of(origins) : Optional.empty(),
                fired ? knockOut(root, alone) : Optional.empty(),
                repeated));
    }

    /**
     * Where the spikes of a neuron within some ticks came from; empty if the potentials of its model are no sums.
     *
     * @param from the first tick that counts
     * @param until the tick after the last
     */
    public Optional<NeuronOrigins> origins(int population, int neuron, long from, long until) {
        Map<NeuronOrigins.Source, Double> inputs = new HashMap<>();
        double[] ends = new double[3];
        int count = 0;
        for (long tick : spikesOf(population, neuron)) {
            if (tick < from || tick >= until) {
                continue;
            }
            Optional<PotentialParts> parts = parts(new SpikeId(population, neuron, tick));
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            Origins origins = follow(open(new SpikeId(population, neuron, tick), 1, parts.get()));
            origins.inputs()
                    .forEach((spike, share) -> inputs.merge(
                            new NeuronOrigins.Source(spike.population(), spike.neuron()), share, Double::sum));
            ends[0] += origins.drives();
            ends[1] += origins.currents();
            ends[2] += origins.notFollowed();
            count++;
        }
        Map<NeuronOrigins.Source, Double> mean = new LinkedHashMap<>();
        int spikes = count;
        inputs.entrySet().stream()
                .sorted(Map.Entry.<NeuronOrigins.Source, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().population())
                        .thenComparing(entry -> entry.getKey().neuron()))
                .forEach(entry -> mean.put(entry.getKey(), entry.getValue() / spikes));
        int divisor = Math.max(1, count);
        return Optional.of(new NeuronOrigins(
                population, neuron, count, mean, ends[0] / divisor, ends[1] / divisor, ends[2] / divisor));
    }

    private Optional<PotentialParts> parts(SpikeId at) {
        return known.computeIfAbsent(at, spike -> run.at(spike.population(), spike.neuron(), spike.tick()));
    }

    private static long[] until(long[] ticks, long end) {
        return Arrays.stream(ticks).filter(tick -> tick < end).toArray();
    }

    /** A node whose causes are still being looked for. */
    private record Opened(
            SpikeId at,
            double pathShare,
            PotentialParts parts,
            double lift,
            List<SourceShare> sources,
            Map<SpikeId, Opened> causes) {

        CauseNode close() {
            List<CauseNode> closed = sources.stream()
                    .map(source -> causes.get(source.spike()))
                    .filter(cause -> cause != null)
                    .map(Opened::close)
                    .toList();
            return new CauseNode(at, pathShare, parts, lift, sources, closed);
        }
    }

    private Opened open(SpikeId at, double pathShare, PotentialParts parts) {
        Map<SpikeId, Double> amounts = new HashMap<>();
        for (EventPart event : parts.events()) {
            SpikeId source = new SpikeId(
                    network.sourceOf(event.synapse().projection()),
                    event.synapse().source(),
                    event.firedTick());
            amounts.merge(source, event.amount(), Double::sum);
        }
        double lift = positive(parts.initial())
                + positive(parts.drive())
                + positive(parts.ownSpikes())
                + parts.currents().stream().mapToDouble(Causes::positive).sum()
                + amounts.values().stream().mapToDouble(Causes::positive).sum();
        List<SourceShare> sources = amounts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new SourceShare(entry.getKey(), entry.getValue(), entry.getValue() / lift))
                .sorted(Comparator.comparingDouble(SourceShare::amount)
                        .reversed()
                        .thenComparing(SourceShare::spike, ORDER))
                .toList();
        return new Opened(at, pathShare, parts, lift, sources, new HashMap<>());
    }

    private static final Comparator<SpikeId> ORDER = Comparator.comparingLong(SpikeId::tick)
            .thenComparingInt(SpikeId::population)
            .thenComparingInt(SpikeId::neuron);

    private static double positive(double amount) {
        return Math.max(0, amount);
    }

    /** A spike that may be followed, and the node that it lifted. */
    private record Candidate(Opened lifted, SourceShare source, double pathShare) {}

    /** Follows the largest causes, and adds up where all paths end. */
    private Origins follow(Opened root) {
        Map<SpikeId, Double> inputs = new HashMap<>();
        double[] ends = new double[3];
        PriorityQueue<Candidate> waiting = new PriorityQueue<>(Comparator.comparingDouble(Candidate::pathShare)
                .reversed()
                .thenComparing(candidate -> candidate.source().spike(), ORDER));
        int followed = 0;
        add(root, waiting, ends);
        while (!waiting.isEmpty()) {
            Candidate next = waiting.poll();
            SpikeId spike = next.source().spike();
            if (!network.populations().get(spike.population()).model().takesInput()) {
                inputs.merge(spike, next.pathShare(), Double::sum);
                continue;
            }
            boolean worth = next.pathShare() >= pruning.leastShare() && followed < pruning.mostSpikes();
            Optional<PotentialParts> parts = worth ? parts(spike) : Optional.empty();
            if (parts.isEmpty()) {
                ends[2] += next.pathShare();
                continue;
            }
            followed++;
            Opened cause = open(spike, next.pathShare(), parts.get());
            next.lifted().causes().put(spike, cause);
            add(cause, waiting, ends);
        }
        Map<SpikeId, Double> sorted = new LinkedHashMap<>();
        inputs.entrySet().stream()
                .sorted(Map.Entry.<SpikeId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(ORDER)))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new Origins(sorted, ends[0], ends[1], ends[2]);
    }

    /** Adds what lifted a node: spikes to those that wait, the rest to the ends of paths. */
    private static void add(Opened node, PriorityQueue<Candidate> waiting, double[] ends) {
        if (node.lift() == 0) {
            ends[0] += node.pathShare();
            return;
        }
        PotentialParts parts = node.parts();
        double drives = positive(parts.initial()) + positive(parts.drive()) + positive(parts.ownSpikes());
        double currents =
                parts.currents().stream().mapToDouble(Causes::positive).sum();
        ends[0] += node.pathShare() * drives / node.lift();
        ends[1] += node.pathShare() * currents / node.lift();
        for (SourceShare source : node.sources()) {
            if (source.amount() > 0) {
                waiting.add(new Candidate(node, source, node.pathShare() * source.share()));
            }
        }
    }

    private Optional<KnockOut> knockOut(Opened root, LoneNeuron alone) {
        if (root.sources().isEmpty() || root.sources().get(0).amount() <= 0) {
            return Optional.empty();
        }
        SourceShare main = root.sources().get(0);
        PotentialParts parts = root.parts();
        long[] without = alone.spikesWithout(main.spike()::equals, ticks);
        OptionalLong next =
                Arrays.stream(without).filter(tick -> tick > parts.tick()).findFirst();
        boolean fires = Arrays.binarySearch(without, parts.tick()) >= 0;
        double slack = ROUNDING * (1 + parts.size());
        boolean needed = parts.potential() - main.amount() < parts.level() - slack;
        return Optional.of(new KnockOut(main.spike(), fires, next, needed));
    }
}
