package ganglion.kernel.core;

import ganglion.kernel.count.BitLayout;
import ganglion.kernel.count.ByteCounts;
import ganglion.kernel.count.CarrySaveAdder;

/**
 * Sums the input of a run of hosted neurons at a tick at which many dense uniform rows reach it: rows of one weight are
 * counted as bits, and the sums of the counts are looked up in a table. The table is made by adding the weights one by one in
 * the canonical order, weight after weight, so that the sums have the bits of adding the rows themselves.
 *
 * <p>Not thread-safe: owned by one core.
 */
final class BitInput {

    /** Words of 8 bytes in a cache line of 64. */
    private static final int WORDS_A_LINE = 8;

    private final RowGroups groups;

    /** For each inlet its weight. */
    private final double[] weights;

    /** For each row group its row of bits. */
    private final long[][] rows;

    private final int size;

    private final long fewestEvents;

    /** The row groups that are due at the tick at hand, in canonical order. */
    private final IntList due = new IntList();

    private final CarrySaveAdder adder;

    /** Counts of all weights so far, packed into one byte per neuron. */
    private ByteCounts packed;

    /** Counts of the weight at hand. */
    private ByteCounts counted;

    /** The sum of input for each number that a byte may hold. */
    private final double[] table = new double[ByteCounts.TABLE];

    /** Bits of the packed counts: the table is complete below two to that power. */
    private int tableBits;

    /**
     * @param weights for each inlet
     * @param rows for each row group that ends on the neurons
     * @param size number of neurons
     * @param fewestEvents number of synaptic events at a tick from which they are counted
     */
    BitInput(RowGroups groups, double[] weights, long[][] rows, int size, long fewestEvents) {
        this.groups = groups;
        this.weights = weights;
        this.rows = rows;
        this.size = size;
        this.fewestEvents = fewestEvents;
        BitLayout layout = BitLayout.of(size);
        this.adder = new CarrySaveAdder(layout.words());
        this.packed = new ByteCounts(layout);
        this.counted = new ByteCounts(layout);
    }

    /**
     * Whether the rows of a tick with this number of synaptic events are counted as bits. Fewer events are faster to add one by
     * one.
     */
    boolean counts(long events) {
        return events >= fewestEvents;
    }

    /** Takes in a row group that is due; they come in canonical order. */
    void take(int group) {
        due.add(group);
    }

    /** The row groups that have been taken in since the last {@link #clear}. */
    IntList due() {
        return due;
    }

    /** Forgets what was due. */
    void clear() {
        due.clear();
    }

    /** Reads one word of every cache line of a row of bits; see {@link ganglion.kernel.network.StoredSynapses#readAhead}. */
    long readAhead(int group) {
        long sum = 0;
        long[] row = rows[group];
        for (int word = 0; word < row.length; word += WORDS_A_LINE) {
            sum += row[word];
        }
        return sum;
    }

    /**
     * Writes the input of the neurons, which is zero, as long as the counts of all weights fit into a byte.
     *
     * @param start position of the first neuron's input
     * @return how many of the row groups that are due are in the input now; the others have to be added one by one
     */
    int write(double[] input, int start) {
        tableBits = 0;
        table[0] = 0;
        int next = 0;
        while (next < due.size()) {
            int end = endOfWeight(next);
            if (!count(next, end) || tableBits + counted.width() > Byte.SIZE) {
                break;
            }
            pack(weight(next));
            next = end;
        }
        if (next > 0) {
            packed.write(table, input, start, size);
        }
        return next;
    }

    private double weight(int index) {
        return weights[groups.inlet(due.get(index))];
    }

    /** The end of the row groups that have the same weight as one of them. */
    private int endOfWeight(int from) {
        int end = from + 1;
        while (end < due.size() && Double.compare(weight(end), weight(from)) == 0) {
            end++;
        }
        return end;
    }

    /** Counts rows of one weight; false if a count does not fit into a byte. */
    private boolean count(int from, int until) {
        adder.clear();
        for (int i = from; i < until; i++) {
            adder.add(rows[due.get(i)]);
        }
        int digits = adder.finish();
        if (digits > Byte.SIZE) {
            return false;
        }
        counted.take(adder, digits);
        boolean fits = true;
        for (int i = from; i < until && fits; i++) {
            fits = counted.addTwins(rows[due.get(i)]);
        }
        return fits;
    }

    /** Puts the counts of a weight above those of the weights before it, and completes the table. */
    private void pack(double weight) {
        int known = 1 << tableBits;
        int end = 1 << tableBits + counted.width();
        for (int i = known; i < end; i++) {
            table[i] = table[i - known] + weight;
        }
        if (tableBits == 0) {
            ByteCounts spare = packed;
            packed = counted;
            counted = spare;
        } else {
            packed.pack(counted);
        }
        tableBits = packed.width();
    }
}
