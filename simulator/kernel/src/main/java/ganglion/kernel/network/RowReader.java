package ganglion.kernel.network;

/**
 * Where the weights and delays of rows come from: a list of synapses, or functions that compute them. Must give the
 * same row each time, because a row is read twice. Safe to use by several threads for different rows.
 */
interface RowReader {

    /**
     * Reads the weights of a row in order of target, with twins in the order in which they were given.
     *
     * @param from position of the row's first synapse
     * @param until end of the row's positions
     * @param buffer has room for the row
     */
    void readWeights(int row, int from, int until, RowBuffer buffer);

    /** Reads the delays of a row in the same way. */
    void readDelays(int row, int from, int until, RowBuffer buffer);

    /** Rows whose targets are known and whose weights and delays are functions. */
    static RowReader of(int[] targets, SynapseParameter weights, SynapseParameter delays) {
        return new RowReader() {
            @Override
            public void readWeights(int row, int from, int until, RowBuffer buffer) {
                weights.fill(row, targets, from, until, buffer.weights);
                for (int i = 0; i < until - from; i++) {
                    SynapseChecks.checkWeight(buffer.weights[i]);
                }
            }

            @Override
            public void readDelays(int row, int from, int until, RowBuffer buffer) {
                delays.fill(row, targets, from, until, buffer.scratch);
                for (int i = 0; i < until - from; i++) {
                    buffer.delaysTicks[i] = SynapseChecks.wholeDelay(buffer.scratch[i]);
                }
            }
        };
    }
}
