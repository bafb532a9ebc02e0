package ganglion.kernel.schedule;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which node has which populations, as a whole, so that nodes exchange mail as seldom as can be. No result depends on it.
 *
 * <p>Nodes that reach each other in a cycle run no further ahead of each other than the shortest delay between them. So populations of one
 * cycle that are joined by delays below some bound go to one node, with all that are joined to those. The bounds are tried from the
 * longest delay down, until the sets of populations can be {@linkplain Packing dealt out} so that no node has more than {@value #FULLEST} times the
 * average work: neurons, and synapses that end on them. Within that bound, sets that are joined by
 * many synapses are kept together. Only delays within cycles count: a population that only feeds others never waits for them.
 *
 * <p>With the shortest delay of all cycles as the bound nothing would be gained. The other way, equal shares of every population
 * for each node, is then better: it is even however much any population fires.
 */
public final class NodePlacement {

    /** Work of the fullest node, in parts of the average. */
    static final double FULLEST = 1.1;

    private final Network network;
    private final List<ProjectionOutline> outlines;
    private final int nodes;

    /** For each projection whether a spike of its source can come back to it. */
    private final boolean[] inCycle;

    private NodePlacement(Network network, List<ProjectionOutline> outlines, int nodes) {
        this.network = network;
        this.outlines = outlines;
        this.nodes = nodes;
        int[] cycleOf = new int[network.populations().size()];
        List<List<Integer>> cycles = Cycles.ofPopulations(network);
        for (int cycle = 0; cycle < cycles.size(); cycle++) {
            for (int population : cycles.get(cycle)) {
                cycleOf[population] = cycle;
            }
        }
        this.inCycle = new boolean[outlines.size()];
        for (int p = 0; p < inCycle.length; p++) {
            inCycle[p] = outlines.get(p).synapses() > 0 && cycleOf[network.sourceOf(p)] == cycleOf[network.targetOf(p)];
        }
    }

    /**
     * For each population the number of its node; empty if equal shares of every population are better.
     *
     * @param network its synapses do not matter
     * @param outlines of all its projections, in their order
     * @param nodes number of nodes, at least 1
     */
    public static Optional<int[]> byDelays(Network network, List<ProjectionOutline> outlines, int nodes) {
        return new NodePlacement(network, outlines, nodes).find();
    }

    private Optional<int[]> find() {
        int[] bounds = projections(p -> inCycle[p])
                .map(p -> outlines.get(p).leadTicks())
                .distinct()
                .sorted()
                .toArray();
        if (nodes == 1 || bounds.length == 0) {
            return Optional.empty();
        }
        Optional<int[]> found = joinedBelow(Integer.MAX_VALUE);
        for (int i = bounds.length - 1; i > 0 && found.isEmpty(); i--) {
            found = joinedBelow(bounds[i]);
        }
        return found;
    }

    private IntStream projections(IntPredicate which) {
        return IntStream.range(0, outlines.size()).filter(which);
    }

    /** Deals out sets of populations, those together that are joined by shorter delays than a bound; empty if they do not fit. */
    private Optional<int[]> joinedBelow(int boundTicks) {
        Bundles together = new Bundles(network.populations().size());
        projections(p -> inCycle[p] && outlines.get(p).leadTicks() < boundTicks)
                .forEach(p -> together.join(network.sourceOf(p), network.targetOf(p)));
        int[] setOf = together.numbers();
        int sets = 1 + Arrays.stream(setOf).max().orElse(-1);
        return new Packing(work(setOf, sets), joints(setOf), nodes, FULLEST)
                .find()
                .map(nodeOf -> Arrays.stream(setOf).map(set -> nodeOf[set]).toArray());
    }

    /** For each set its neurons, and the synapses that end on them. */
    private long[] work(int[] setOf, int sets) {
        long[] work = new long[sets];
        List<Population> populations = network.populations();
        for (int population = 0; population < setOf.length; population++) {
            work[setOf[population]] += populations.get(population).size();
        }
        projections(p -> true)
                .forEach(
                        p -> work[setOf[network.targetOf(p)]] += outlines.get(p).synapses());
        return work;
    }

    private List<Packing.Joint> joints(int[] setOf) {
        return projections(p -> outlines.get(p).synapses() > 0)
                .mapToObj(p -> new Packing.Joint(
                        setOf[network.sourceOf(p)],
                        setOf[network.targetOf(p)],
                        outlines.get(p).synapses()))
                .filter(joint -> joint.one() != joint.other())
                .toList();
    }

    /**
     * Deals things that are joined to each other out to places that are to have like loads. The two that are joined most are put together
     * first, then the next, as long as a place has room for what is together. The heaviest bundle is then dealt out first, each to the place
     * with the least load. If that does not fit, single things are dealt out instead. The same outcome each time, and not the best: a
     * placement that is somewhat better is not worth a search.
     */
    private static final class Packing {

        /**
         * Two things that are joined. The same two may be joined several times.
         *
         * @param strength what is lost if they are apart
         */
        record Joint(int one, int other, long strength) {

            private long pair() {
                return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
            }
        }

        private final long[] work;
        private final List<Joint> joints;
        private final int places;
        private final double most;

        /**
         * @param work of each thing
         * @param fullest the largest load of a place, in parts of the average
         */
        Packing(long[] work, List<Joint> joints, int places, double fullest) {
            this.work = work;
            this.joints = joints;
            this.places = places;
            this.most = fullest * Arrays.stream(work).sum() / places;
        }

        /** For each thing its place; empty if they do not fit. */
        Optional<int[]> find() {
            return work.length < places ? Optional.empty() : deal(bundles()).or(() -> deal(new Bundles(work.length)));
        }

        private Bundles bundles() {
            Bundles bundles = new Bundles(work.length);
            long[] together = work.clone();
            for (Joint joint : strongestFirst()) {
                int one = bundles.of(joint.one());
                int other = bundles.of(joint.other());
                if (one != other && together[one] + together[other] <= most) {
                    long sum = together[one] + together[other];
                    bundles.join(one, other);
                    together[bundles.of(one)] = sum;
                }
            }
            return bundles;
        }

        private List<Joint> strongestFirst() {
            Map<Long, Joint> byPair = new TreeMap<>();
            for (Joint joint : joints) {
                byPair.merge(
                        joint.pair(),
                        joint,
                        (first, next) -> new Joint(first.one(), first.other(), first.strength() + next.strength()));
            }
            return byPair.values().stream()
                    .sorted(Comparator.comparingLong(Joint::strength).reversed())
                    .toList();
        }

        private Optional<int[]> deal(Bundles bundles) {
            int[] numbers = bundles.numbers();
            long[] together = new long[numbers.length];
            for (int thing = 0; thing < numbers.length; thing++) {
                together[numbers[thing]] += work[thing];
            }
            int[] heaviestFirst = IntStream.of(numbers)
                    .distinct()
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer bundle) -> -together[bundle]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] placeOf = new int[numbers.length];
            long[] load = new long[places];
            for (int bundle : heaviestFirst) {
                int least = 0;
                for (int place = 1; place < places; place++) {
                    least = load[place] < load[least] ? place : least;
                }
                placeOf[bundle] = least;
                load[least] += together[bundle];
            }
            boolean fits = Arrays.stream(load).allMatch(it -> it > 0 && it <= most);
            return fits
                    ? Optional.of(Arrays.stream(numbers)
                            .map(bundle -> placeOf[bundle])
                            .toArray())
                    : Optional.empty();
        }
    }
}
