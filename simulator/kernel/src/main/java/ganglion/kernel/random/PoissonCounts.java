package ganglion.kernel.random;

import java.util.Arrays;

/**
 * Turns uniform random numbers into Poisson counts by inverting the cumulative distribution: the count is the first
 * {@code k} with {@code u < P(count <= k)}. Two more tables say where to begin, or the count itself. One uniform number gives one count whatever the mean, which counting exponential intervals would not.
 * Immutable.
 */
public final class PoissonCounts {

    /** Beyond it exp(-mean) loses digits; no neuron gets 500 events per tick. */
    private static final double LARGEST_MEAN = 500;

    /** Entries of the guide table, which splits the uniform numbers into as many intervals. */
    private static final int GUIDE_SIZE = 1024;

    /** Bits of a random number that choose its cell among {@link #countOfCell}. */
    private static final int CELL_BITS = 11;

    private final double mean;
    private final double[] cumulative;
    private final short[] guide = new short[GUIDE_SIZE];

    /** The count of all random numbers with the same highest bits; not a number where they have several. */
    private final double[] countOfCell = new double[1 << CELL_BITS];

    /**
     * @param mean expected count, from 0 to 500
     * @throws IllegalArgumentException if it is outside
     */
    public PoissonCounts(double mean) {
        if (!(mean >= 0 && mean <= LARGEST_MEAN)) {
            throw new IllegalArgumentException("a mean count is " + mean + ", expected 0 to " + LARGEST_MEAN);
        }
        this.mean = mean;
        this.cumulative = cumulative(mean);
        for (int i = 0, count = 0; i < GUIDE_SIZE; i++) {
            while (cumulative[count] <= (double) i / GUIDE_SIZE) {
                count++;
            }
            guide[i] = (short) count;
        }
        for (int cell = 0; cell < countOfCell.length; cell++) {
            long first = (long) cell << Long.SIZE - CELL_BITS;
            int count = count(CounterRandom.uniformOf(first));
            boolean isOnly = count == count(CounterRandom.uniformOf(first | -1L >>> CELL_BITS));
            countOfCell[cell] = isOnly ? count : Double.NaN;
        }
    }

    /** P(count &lt;= k) for k from 0 on, up to where it is 1 to the last bit. */
    private static double[] cumulative(double mean) {
        double[] table = new double[64];
        double probability = StrictMath.exp(-mean);
        double sum = 0;
        int count = 0;
        while (sum < 1 && (count <= mean || probability > 0x1p-60)) {
            if (count == table.length) {
                table = Arrays.copyOf(table, 2 * count);
            }
            sum += probability;
            table[count++] = sum;
            probability *= mean / count;
        }
        // Rounding may leave the sum a little below 1, which no count must be beyond.
        table[count - 1] = 1;
        return Arrays.copyOf(table, count);
    }

    /** Expected count. */
    public double mean() {
        return mean;
    }

    /** The count for a uniform random number from 0, inclusive, to 1, exclusive. */
    public int count(double uniform) {
        int count = guide[(int) (uniform * GUIDE_SIZE)];
        // The guide starts at or before the count; the comparison ends at the last entry, which is 1.
        while (uniform >= cumulative[count]) {
            count++;
        }
        return count;
    }

    /**
     * Adds a weight times the counts of successive random numbers, {@code count(random.uniform(counter + i))}, to successive
     * sums. One look at a table per number: only one in some hundred falls into a cell of several counts.
     *
     * @param offset of the first sum
     */
    public void addTo(double[] sums, int offset, int size, double weight, CounterRandom random, long counter) {
        for (int i = 0; i < size; i++) {
            long bits = random.bits(counter + i);
            double count = countOfCell[(int) (bits >>> Long.SIZE - CELL_BITS)];
            if (Double.isNaN(count)) {
                count = count(CounterRandom.uniformOf(bits));
            }
            sums[offset + i] += weight * count;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PoissonCounts that && mean == that.mean;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(mean);
    }

    @Override
    public String toString() {
        return "PoissonCounts[mean=" + mean + "]";
    }
}
