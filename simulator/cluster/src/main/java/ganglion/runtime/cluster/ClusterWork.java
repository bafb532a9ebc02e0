package ganglion.runtime.cluster;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where a run is, and what its nodes have done.
 *
 * @param nodes in the order of their numbers
 * @param seconds since the run began, or last went on from an earlier state
 * @param shortestDelayTicks smallest delay of a projection between populations that are not on one node as a whole; empty if there is none
 * @param losses how often nodes were lost
 */
public record ClusterWork(List<NodeWork> nodes, double seconds, OptionalInt shortestDelayTicks, int losses) {

    public ClusterWork {
        nodes = List.copyOf(nodes);
    }
}
