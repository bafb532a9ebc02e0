package ganglion.kernel.schedule;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which cores a core's spikes go to, and the stages in which cores run.
 *
 * @param targets for each core the other cores that its spikes can reach, ascending
 * @param stages sets of cores that reach each other, in an order in which spikes only travel forwards between stages
 * @param smallestDelayTicks the smallest delay of any synapse
 */
record Wiring(int[][] targets, List<Stage> stages, int smallestDelayTicks) {

    /**
     * Cores that run window by window together.
     *
     * @param cores their numbers, ascending
     * @param lookaheadTicks for how many ticks they cannot influence each other; {@link Long#MAX_VALUE} for a single core
     */
    record Stage(int[] cores, long lookaheadTicks) {}

    static Wiring of(Network network, Partition partition, List<NeuroCore> cores) {
        int[][] targets = targets(coreOfNeuron(network, partition), cores);
        List<Stage> stages = new ArrayList<>();
        for (List<Integer> cycle : Cycles.of(targets)) {
            int[] members = cycle.stream().mapToInt(Integer::intValue).toArray();
            stages.add(
                    new Stage(members, members.length == 1 ? Long.MAX_VALUE : lookahead(network, partition, members)));
        }
        int smallestDelayTicks = network.projections().stream()
                .mapToInt(projection -> projection.synapses().smallestDelayTicks())
                .min()
                .orElse(1);
        return new Wiring(targets, stages, smallestDelayTicks);
    }

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

    private static int[][] targets(int[] coreOf, List<NeuroCore> cores) {
        int[][] targets = new int[cores.size()][4];
        int[] counts = new int[cores.size()];
        for (NeuroCore core : cores) {
            for (int i = 0; i < core.sourceCount(); i++) {
                int from = coreOf[core.source(i)];
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

    /** The smallest delay of any projection between populations with neurons on the given cores. */
    private static long lookahead(Network network, Partition partition, int[] members) {
        boolean[] hosted = new boolean[network.populations().size()];
        for (int core : members) {
            partition.cores().get(core).forEach(run -> hosted[run.population()] = true);
        }
        long lookahead = Long.MAX_VALUE;
        for (Projection projection : network.projections()) {
            if (hosted[network.index(projection.source())] && hosted[network.index(projection.target())]) {
                lookahead = Math.min(lookahead, projection.synapses().smallestDelayTicks());
            }
        }
        return lookahead;
    }
}
