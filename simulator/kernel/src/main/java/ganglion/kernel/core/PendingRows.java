package ganglion.kernel.core;

import ganglion.kernel.network.DenseSynapses;

/**
 * Rows of one matrix that are due at the current tick and have not been added to the input of one run of neurons, so that
 * several are added at once. They are added when enough of them wait, before any row of another projection, and before the
 * neurons are visited: sums keep their order. Not thread-safe: owned by one core.
 */
final class PendingRows {

    private final int[] sources = new int[DenseSynapses.MOST_ROWS_AT_ONCE];
    private int count;

    private DenseSynapses synapses;
    private int firstTarget;
    private int endTarget;
    private double[] input;
    private int offset;
    private double[] sums = new double[0];

    /**
     * Has a row added, now or later.
     *
     * @param of synapses that {@link DenseSynapses#deliversRowsAtOnce deliver rows at once}
     * @param position of the first synapse
     * @param length number of synapses: the same for all rows of the projection that end on the run of neurons
     * @param at where target neuron 0 has its input, possibly before the start of the array
     */
    void add(DenseSynapses of, int position, int length, double[] into, int at) {
        if (of != synapses) {
            flush();
            synapses = of;
            if (sums.length < of.targetSize()) {
                sums = new double[of.targetSize()];
            }
        }
        firstTarget = position % of.targetSize();
        endTarget = firstTarget + length;
        input = into;
        offset = at;
        sources[count++] = position / of.targetSize();
        if (count == sources.length) {
            flush();
        }
    }

    /** Adds all rows that wait. */
    void flush() {
        if (count > 0) {
            synapses.deliverRows(sources, count, firstTarget, endTarget, input, offset, sums);
            count = 0;
        }
    }
}
