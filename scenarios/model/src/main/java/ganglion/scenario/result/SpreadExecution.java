package ganglion.scenario.result;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Where a run was that several nodes ran. Like its times, it differs from run to run, and no result depends on it.
 *
 * @param nodes the leader's first
 * @param seconds of the wall that the run took since it began, or last went on after a loss
 * @param placement in which way neurons were given to nodes, in a word
 * @param shortestDelaySeconds smallest delay of a projection between populations that were not on one node as a whole: nodes ran ahead of
 *     each other no further; empty if nothing joined nodes
 * @param losses how often nodes were lost
 */
public record SpreadExecution(
        List<NodeExecution> nodes, double seconds, String placement, OptionalDouble shortestDelaySeconds, int losses) {

    public SpreadExecution {
        nodes = List.copyOf(nodes);
    }
}
