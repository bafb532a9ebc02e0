package ganglion.runtime.cluster;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSummary;
import ganglion.runtime.wire.Assignment;
import ganglion.runtime.wire.HostWork;
import ganglion.runtime.wire.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is told of the nodes of a run: where its neurons are, and how long hosts work and wait.
 *
 * @param network its synapses do not matter
 * @param runNodes that have built its shares
 * @param synapses number of synapses on each node
 * @param neurons for each node those that it has of each population, found once: there may be a core for each
 */
record NodeLedger(
        Network network,
        Assignment assignment,
        RunNodes runNodes,
        List<Long> synapses,
        List<List<HostedNeurons>> neurons) {

    private static final double NANOSECONDS = 1e9;

    static NodeLedger of(Network network, Assignment assignment, RunNodes runNodes, List<Message.Built> built) {
        List<Long> synapses =
                built.stream().map(node -> node.summary().synapseCount()).toList();
        List<List<HostedNeurons>> neurons = IntStream.range(0, assignment.nodes())
                .mapToObj(node -> neurons(assignment, node))
                .toList();
        return new NodeLedger(network, assignment, runNodes, synapses, neurons);
    }

    /** What each node has and has done. */
    List<NodeWork> nodes() {
        return IntStream.range(0, assignment.nodes()).mapToObj(this::node).toList();
    }

    private NodeWork node(int node) {
        int threads = assignment.threads();
        List<HostWork> hosts = IntStream.range(node * threads, (node + 1) * threads)
                .mapToObj(runNodes::work)
                .toList();
        return new NodeWork(
                runNodes.place(node),
                threads,
                assignment.coresOfNode(node).length,
                neurons.get(node),
                synapses.get(node),
                hosts.stream().mapToLong(HostWork::synapticEvents).sum(),
                hosts.stream().mapToLong(HostWork::busyNanoseconds).sum() / NANOSECONDS / threads,
                hosts.stream().mapToLong(HostWork::waitingNanoseconds).sum() / NANOSECONDS / threads);
    }

    /** The neurons of a node: at most one interval of each population, which its cores have pieces of. */
    private static List<HostedNeurons> neurons(Assignment assignment, int node) {
        Map<Integer, HostedNeurons> byPopulation = new TreeMap<>();
        for (int core : assignment.coresOfNode(node)) {
            for (HostedNeurons run : assignment.partition().cores().get(core)) {
                byPopulation.merge(
                        run.population(),
                        run,
                        (one, other) -> new HostedNeurons(
                                run.population(), Math.min(one.first(), other.first()), one.size() + other.size()));
            }
        }
        return new ArrayList<>(byPopulation.values());
    }

    /** The smallest delay of projections whose populations are not both on one node as a whole; empty if there is none. */
    OptionalInt shortestDelayTicks(NetworkSummary summary) {
        int[] nodeOf = new int[network.populations().size()];
        Arrays.fill(nodeOf, -1);
        for (int node = 0; node < assignment.nodes(); node++) {
            for (HostedNeurons hosted : neurons.get(node)) {
                boolean whole = hosted.size()
                        == network.populations().get(hosted.population()).size();
                nodeOf[hosted.population()] = whole ? node : -1;
            }
        }
        return IntStream.range(0, network.projections().size())
                .filter(p -> summary.projections().get(p).count() > 0)
                .filter(p ->
                        nodeOf[network.sourceOf(p)] < 0 || nodeOf[network.sourceOf(p)] != nodeOf[network.targetOf(p)])
                .map(p -> summary.projections().get(p).smallestDelayTicks())
                .min();
    }
}
