package ganglion.runtime.wire;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.schedule.Partition;
import ganglion.runtime.RunOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which core is on which host, and which host on which node. Hosts are numbered node by node. A node has at most one interval of
 * the neurons of each population, so that it can build its own synapses from rules.
 *
 * @param partition neurons of each core
 * @param hostOf number of the host of each core
 * @param nodes number of nodes
 * @param threads hosts of each node
 */
public record Assignment(Partition partition, int[] hostOf, int nodes, int threads) {

    /**
     * Spreads a network evenly: each node has an equal share of every population, as far as actors are not larger.
     *
     * @param network its synapses do not matter, only which populations are joined
     * @param neuronsPerActor as in {@link RunOptions}
     */
    public static Assignment even(Network network, int nodes, int threads, int neuronsPerActor) {
        int hosts = nodes * threads;
        Partition partition = Partition.ofActors(network, neuronsPerActor, hosts);
        List<List<HostedNeurons>> cores = partition.cores();
        long undivided = cores.stream().filter(core -> isWhole(network, core)).count();
        int next = 0;
        int[] hostOf = new int[cores.size()];
        for (int core = 0; core < hostOf.length; core++) {
            hostOf[core] = isWhole(network, cores.get(core))
                    ? (int) ((long) next++ * hosts / undivided)
                    : Partition.shareOf(cores.get(core).get(0), network, neuronsPerActor, hosts);
        }
        return new Assignment(partition, hostOf, nodes, threads);
    }

    /** Whether a core has all neurons of each of its populations. */
    private static boolean isWhole(Network network, List<HostedNeurons> core) {
        return core.stream()
                .allMatch(run ->
                        run.size() == network.population(run.population()).size());
    }

    /** Number of hosts. */
    public int hosts() {
        return nodes * threads;
    }

    /** The node of a host. */
    public int nodeOf(int host) {
        return host / threads;
    }

    /** Numbers of the cores of a host, ascending. */
    public int[] coresOf(int host) {
        return IntStream.range(0, hostOf.length)
                .filter(core -> hostOf[core] == host)
                .toArray();
    }

    /** Numbers of the cores of a node, ascending. */
    public int[] coresOfNode(int node) {
        return IntStream.range(0, hostOf.length)
                .filter(core -> nodeOf(hostOf[core]) == node)
                .toArray();
    }

    /** The neurons that a node has, and of them those of each of its cores. */
    public NetworkSlice sliceOf(int node) {
        Map<Integer, List<TargetSlice>> parts = new HashMap<>();
        for (int core : coresOfNode(node)) {
            for (HostedNeurons run : partition.cores().get(core)) {
                parts.computeIfAbsent(run.population(), population -> new ArrayList<>())
                        .add(new TargetSlice(run.first(), run.first() + run.size()));
            }
        }
        parts.values().forEach(runs -> runs.sort(Comparator.comparingInt(TargetSlice::first)));
        return new SharedSlice(parts);
    }

    /**
     * Neurons of a node.
     *
     * @param partsOf for each population that it has neurons of, by position in the network, those of each core, one after the other
     */
    private record SharedSlice(Map<Integer, List<TargetSlice>> partsOf) implements NetworkSlice {

        @Override
        public TargetSlice of(int population, int size) {
            return TargetSlice.joined(parts(population, size));
        }

        @Override
        public List<TargetSlice> parts(int population, int size) {
            return partsOf.getOrDefault(population, List.of(TargetSlice.NONE));
        }
    }
}
