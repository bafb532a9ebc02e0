package ganglion.scenario.nodes;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.network.Network;
import ganglion.kernel.time.Clock;
import ganglion.runtime.cluster.ClusterWork;
import ganglion.runtime.cluster.NodeWork;
import ganglion.scenario.result.SpreadExecution;
import ganglion.scenario.result.SpreadExecution.NodeExecution;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What is said of a run on several nodes, during it and after it. */
public final class ExecutionOfNodes {

    /** Up to this number of nodes, each is told of. */
    private static final int FEW = 4;

    private static final int DIGITS = 3;

    private ExecutionOfNodes() {}

    /**
     * Where a run was.
     *
     * @param network with the names of the populations
     */
    public static SpreadExecution of(ClusterWork work, Network network, Clock clock) {
        return new SpreadExecution(
                work.nodes().stream().map(node -> node(node, network)).toList(),
                work.seconds(),
                work.shortestDelayTicks().isPresent()
                        ? OptionalDouble.of(
                                clock.seconds(work.shortestDelayTicks().getAsInt()))
                        : OptionalDouble.empty(),
                work.losses());
    }

    private static NodeExecution node(NodeWork node, Network network) {
        List<NodeExecution.Share> shares = node.neurons().stream()
                .map(hosted -> new NodeExecution.Share(
                        network.populations().get(hosted.population()).name(), hosted.size()))
                .toList();
        return new NodeExecution(
                node.name(),
                node.threads(),
                node.cores(),
                shares,
                node.synapses(),
                node.synapticEvents(),
                node.busySeconds(),
                node.waitingSeconds());
    }

    /**
     * The same in few words, while it runs: nodes, cores, events per second, and the share of its time in which each node waits. Short enough
     * for a line of a terminal.
     */
    public static String brief(ClusterWork work) {
        int cores = work.nodes().stream().mapToInt(NodeWork::cores).sum();
        long events = work.nodes().stream().mapToLong(NodeWork::synapticEvents).sum();
        String speed = work.seconds() > 0 ? QuantityFormat.format(events / work.seconds(), "/s", DIGITS) + ", " : "";
        return work.nodes().size() + " nodes, " + cores + " cores, " + speed + "wait " + waiting(work) + " %";
    }

    private static String waiting(ClusterWork work) {
        List<String> shares = work.nodes().stream()
                .map(NodeWork::waitingShare)
                .map(share -> String.format(Locale.ROOT, "%.0f", 100 * share))
                .toList();
        if (shares.size() <= FEW) {
            return shares.stream().collect(Collectors.joining(" "));
        }
        double least =
                work.nodes().stream().mapToDouble(NodeWork::waitingShare).min().orElse(0);
        double most =
                work.nodes().stream().mapToDouble(NodeWork::waitingShare).max().orElse(0);
        return String.format(Locale.ROOT, "%.0f to %.0f", 100 * least, 100 * most);
    }
}
