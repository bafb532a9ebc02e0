package ganglion.kernel.schedule;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
}
