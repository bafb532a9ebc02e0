package ganglion.kernel.network;

/**
 * Where the weights and delays of rows come from: a list of synapses, or functions that compute them. Must give the
 * same row each time, because a row is read twice. Safe to use by several threads for different rows.
 */
@FunctionalInterface
interface RowReader {

    /**
     * Reads a row in order of target, with twins in the order in which they were given.
     *
     * @param from position of the row's first synapse
     * @param until end of the row's positions
     */
    void read(int row, int from, int until, RowBuffer buffer);

    /** Rows whose targets are known and whose weights and delays are functions. */
    static RowReader of(int[] targets, SynapseParameter weights, SynapseParameter delays) {
        return (row, from, until, buffer) -> {
            buffer.start(until - from);
            int twin = 0;
            for (int i = from; i < until; i++) {
                int target = targets[i];
                twin = i > from && targets[i - 1] == target ? twin + 1 : 0;
                buffer.targets[i - from] = target;
                buffer.weights[i - from] = SynapseChecks.checkedWeight(weights.at(row, target, twin));
                buffer.delaysTicks[i - from] = SynapseChecks.wholeDelay(delays.at(row, target, twin));
            }
        };
    }
}
