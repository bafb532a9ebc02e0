package ganglion.kernel.schedule;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Which cores a core's spikes go to, and the stages in which cores run. Found once, when a run is laid out, from the
 * sources that each core reports: only pairs of cores that are joined by a synapse count.
 *
 * @param targets for each core the other cores that its spikes can reach, ascending
 * @param stages sets of cores that run at the same time, in an order in which spikes only travel forwards between
 *     stages
 * @param smallestDelayTicks the smallest delay of any synapse
 */
record Wiring(int[][] targets, List<Stage> stages, int smallestDelayTicks) {

    /**
     * Cores that run at the same time, window by window.
     *
     * @param cores their numbers, ascending
     * @param lookaheadTicks for how many ticks they cannot influence each other; {@link Long#MAX_VALUE} for cores in
     *     no cycle
     */
    record Stage(int[] cores, long lookaheadTicks) {}

    /** The wiring of a network on the cores of a partition. */
    static Wiring of(Network network, Partition partition, List<NeuroCore> cores) {
        int[][] targets = targets(coreOfNeuron(network, partition), cores);
        int[] smallestDelays = network.projections().stream()
                .mapToInt(projection -> projection.synapses().smallestDelayTicks())
                .toArray();
        List<Stage> stages = stages(targets, new Lookahead(network, partition, smallestDelays));
        return new Wiring(targets, stages, Arrays.stream(smallestDelays).min().orElse(1));
    }

    /**
     * Cores at the same depth cannot reach each other, not even by way of others, and run at the same time: those
     * outside cycles in one stage, in which each can run a whole chunk ahead, those in cycles in another, in which all
     * keep to the shortest window.
     */
    private static List<Stage> stages(int[][] targets, ToLongFunction<int[]> lookahead) {
        List<List<Integer>> cycles = Cycles.of(targets);
        int[] depthOfCore = depths(cycles, targets);
        List<List<Integer>> free = new ArrayList<>();
        List<List<Integer>> bound = new ArrayList<>();
        long[] shortest = new long[cycles.size()];
        Arrays.fill(shortest, Long.MAX_VALUE);
        for (List<Integer> cycle : cycles) {
            int depth = depthOfCore[cycle.get(0)];
            while (free.size() <= depth) {
                free.add(new ArrayList<>());
                bound.add(new ArrayList<>());
            }
            if (cycle.size() == 1) {
                free.get(depth).addAll(cycle);
            } else {
                bound.get(depth).addAll(cycle);
                shortest[depth] = Math.min(shortest[depth], lookahead.applyAsLong(sorted(cycle)));
            }
        }
        List<Stage> stages = new ArrayList<>();
        for (int depth = 0; depth < free.size(); depth++) {
            addStage(stages, free.get(depth), Long.MAX_VALUE);
            addStage(stages, bound.get(depth), shortest[depth]);
        }
        return stages;
    }

    private static void addStage(List<Stage> stages, List<Integer> members, long lookaheadTicks) {
        if (!members.isEmpty()) {
            stages.add(new Stage(sorted(members), lookaheadTicks));
        }
    }

    private static int[] sorted(List<Integer> cores) {
        return cores.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /**
     * For each core the largest number of cycles that spikes pass on their way to it. Cycles are in topological order,
     * so that one pass suffices.
     */
    private static int[] depths(List<List<Integer>> cycles, int[][] targets) {
        int[] cycleOfCore = new int[targets.length];
        for (int cycle = 0; cycle < cycles.size(); cycle++) {
            for (int core : cycles.get(cycle)) {
                cycleOfCore[core] = cycle;
            }
        }
        int[] depths = new int[cycles.size()];
        for (int cycle = 0; cycle < depths.length; cycle++) {
            for (int core : cycles.get(cycle)) {
                for (int target : targets[core]) {
                    if (cycleOfCore[target] != cycle) {
                        depths[cycleOfCore[target]] = Math.max(depths[cycleOfCore[target]], depths[cycle] + 1);
                    }
                }
            }
        }
        return Arrays.stream(cycleOfCore).map(cycle -> depths[cycle]).toArray();
    }

    /** For each neuron of the network the core that hosts it. */
    private static int[] coreOfNeuron(Network network, Partition partition) {
        int[] coreOf = new int[network.neuronCount()];
        Arrays.fill(coreOf, -1);
        for (int core = 0; core < partition.cores().size(); core++) {
            for (HostedNeurons run : partition.cores().get(core)) {
                int first = network.firstNeuron(run.population()) + run.first();
                Arrays.fill(coreOf, first, first + run.size(), core);
            }
        }
        return coreOf;
    }

    /**
     * For each core the cores that have synapses from its neurons. Cores report in ascending order, so that each list
     * is ascending and a repeat can only be its last entry.
     */
    private static int[][] targets(int[] coreOf, List<NeuroCore> cores) {
        int[][] targets = new int[cores.size()][4];
        int[] counts = new int[cores.size()];
        for (NeuroCore core : cores) {
            for (int i = 0; i < core.sourceCount(); i++) {
                int from = coreOf[core.source(i)];
                // Cores are visited in ascending order, so that a core that is listed already is the last of the list.
                boolean known = counts[from] > 0 && targets[from][counts[from] - 1] == core.id();
                if (from != core.id() && !known) {
                    if (counts[from] == targets[from].length) {
                        targets[from] = Arrays.copyOf(targets[from], 2 * counts[from]);
                    }
                    targets[from][counts[from]++] = core.id();
                }
            }
        }
        for (int core = 0; core < targets.length; core++) {
            targets[core] = Arrays.copyOf(targets[core], counts[core]);
        }
        return targets;
    }

    /**
     * The smallest delay of any projection between populations with neurons on given cores. Taken over whole projections,
     * not over the synapses between these cores: shorter than need be at times, but found without a look at every
     * synapse. Only projections that end on the cores' populations are looked at.
     *
     * <p>Populations that may take input from a ring add the spikes of all their sources when the smallest delay of any
     * of them is over. No window may then be longer than that delay, even if the projection comes from other cores.
     */
    private static final class Lookahead implements ToLongFunction<int[]> {

        private final Network network;
        private final Partition partition;
        private final int[] smallestDelays;

        /** For each population the number of the last question in which it had neurons on the given cores. */
        private final int[] hostedIn;

        private int question;

        Lookahead(Network network, Partition partition, int[] smallestDelays) {
            this.network = network;
            this.partition = partition;
            this.smallestDelays = smallestDelays;
            this.hostedIn = new int[network.populations().size()];
        }

        @Override
        public long applyAsLong(int[] members) {
            question++;
            IntStream.Builder populations = IntStream.builder();
            for (int core : members) {
                for (HostedNeurons run : partition.cores().get(core)) {
                    if (hostedIn[run.population()] != question) {
                        hostedIn[run.population()] = question;
                        populations.add(run.population());
                    }
                }
            }
            return populations
                    .build()
                    .flatMap(population ->
                            Arrays.stream(network.projectionsTo(population)).filter(arriving(population)))
                    .mapToLong(projection -> smallestDelays[projection])
                    .min()
                    .orElse(Long.MAX_VALUE);
        }

        /** The projections to a population that may bound a window. */
        private IntPredicate arriving(int population) {
            boolean mayHaveRing = Arrays.stream(network.projectionsTo(population))
                    .anyMatch(projection ->
                            network.projections().get(projection).synapses().hasManyDelays());
            return projection -> hostedIn[network.sourceOf(projection)] == question
                    || mayHaveRing && !network.projections().get(projection).isUniform();
        }
    }
}
