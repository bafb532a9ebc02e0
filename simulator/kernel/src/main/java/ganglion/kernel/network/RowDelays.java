package ganglion.kernel.network;

import java.util.Arrays;

/**
 * The delays of compressed rows, in the layout that costs least. Four layouts, because delays are what differs most
 * between networks: one for all in a trained network, a few dozen in a grid of distances, one per synapse where they
 * are drawn.
 */
sealed interface RowDelays {

    /** Delay of the synapse at a position of a row, in ticks. */
    int at(int row, int position);

    /** Smallest delay there is. */
    int smallest();

    /**
     * The delays at some positions only, where each synapse has its own.
     *
     * @throws UnsupportedOperationException if delays are shared
     */
    default RowDelays at(int[] positions) {
        throw new UnsupportedOperationException("only delays of single synapses can be picked out");
    }

    /** One delay for all: no memory. */
    record Common(int delayTicks) implements RowDelays {

        @Override
        public int at(int row, int position) {
            return delayTicks;
        }

        @Override
        public int smallest() {
            return delayTicks;
        }
    }

    /**
     * Rows sorted by delay; each run of equal delays in a row is a group that holds the delay once. A core queues one
     * entry per group and spike, so that the groups are also the row groups of delivery.
     *
     * @param firstGroup first group of each row, with one more element to close the last row
     * @param start position of the first synapse of each group, with one more element to close the last group
     * @param delayTicks delay of each group, ascending within a row
     */
    record Grouped(int[] firstGroup, int[] start, int[] delayTicks) implements RowDelays {

        @Override
        public int at(int row, int position) {
            int group = Arrays.binarySearch(start, firstGroup[row], firstGroup[row + 1], position);
            return delayTicks[group >= 0 ? group : -group - 2];
        }

        @Override
        public int smallest() {
            return Arrays.stream(delayTicks).min().orElse(Integer.MAX_VALUE);
        }
    }

    /** A delay below 65,536 ticks for each synapse: 2 bytes. */
    record EachShort(char[] delayTicks) implements RowDelays {

        @Override
        public int at(int row, int position) {
            return delayTicks[position];
        }

        @Override
        public RowDelays at(int[] positions) {
            char[] some = new char[positions.length];
            for (int i = 0; i < some.length; i++) {
                some[i] = delayTicks[positions[i]];
            }
            return new EachShort(some);
        }

        @Override
        public int smallest() {
            int smallest = Character.MAX_VALUE;
            for (char delay : delayTicks) {
                smallest = Math.min(smallest, delay);
            }
            return smallest;
        }
    }

    /** Any delay for each synapse: 4 bytes. */
    record Each(int[] delayTicks) implements RowDelays {

        @Override
        public int at(int row, int position) {
            return delayTicks[position];
        }

        @Override
        public RowDelays at(int[] positions) {
            int[] some = new int[positions.length];
            Arrays.setAll(some, i -> delayTicks[positions[i]]);
            return new Each(some);
        }

        @Override
        public int smallest() {
            return Arrays.stream(delayTicks).min().orElse(Integer.MAX_VALUE);
        }
    }
}
