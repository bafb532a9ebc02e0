package ganglion.kernel.network;

/**
 * The delays of compressed rows, in the layout that costs least: one for all in a trained network, above the targets
 * where both fit into 32 bits, else one apart for each synapse.
 */
sealed interface RowDelays {

    /** Delay of the synapse at a position, in ticks. */
    int at(int position);

    /** One delay for all: no memory. */
    record Common(int delayTicks) implements RowDelays {

        @Override
        public int at(int position) {
            return delayTicks;
        }
    }

    /** A delay in each target: no memory either. */
    record Packed(int[] targets, DelayPacking packing) implements RowDelays {

        @Override
        public int at(int position) {
            return packing.delayTicks(targets[position]);
        }
    }

    /** A delay for each synapse: 4 bytes. */
    record Each(int[] delayTicks) implements RowDelays {

        @Override
        public int at(int position) {
            return delayTicks[position];
        }
    }
}
