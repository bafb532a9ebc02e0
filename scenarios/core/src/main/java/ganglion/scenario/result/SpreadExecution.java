package ganglion.scenario.result;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Where a run was that several nodes ran. Like its times, it differs from run to run, and no result depends on it.
 *
 * @param nodes the leader's first
 * @param seconds of the wall that the run took since it began, or last went on after a loss
 * @param shortestDelaySeconds smallest delay of a projection between populations that were not on one node as a whole: nodes ran ahead of
 *     each other no further; empty if nothing joined nodes
 * @param losses how often nodes were lost
 */
public record SpreadExecution(
        List<NodeExecution> nodes, double seconds, OptionalDouble shortestDelaySeconds, int losses) {

    public SpreadExecution {
        nodes = List.copyOf(nodes);
    }

    /**
     * What a node of a run had and did. Counts and times are of its last piece: since it began, or last went on after a loss.
     *
     * @param name its address as {@code HOST:PORT}, or that it is the process that conducted the run
     * @param threads that ran its cores
     * @param cores number of its cores
     * @param populations of which it had neurons
     * @param synapses number of the synapses that end on them
     * @param synapticEvents weights applied
     * @param busySeconds in which a thread worked, on average
     * @param waitingSeconds in which a thread could do nothing but wait for others, on average
     */
    public record NodeExecution(
            String name,
            int threads,
            int cores,
            List<Share> populations,
            long synapses,
            long synapticEvents,
            double busySeconds,
            double waitingSeconds) {

        /**
         * Some neurons of a population.
         *
         * @param population its name
         * @param neurons number of them
         */
        public record Share(String population, int neurons) {}

        public NodeExecution {
            populations = List.copyOf(populations);
        }

        /** Number of its neurons. */
        public long neurons() {
            return populations.stream().mapToLong(Share::neurons).sum();
        }
    }
}
