package ganglion.kernel.count;

import java.util.Arrays;

/**
 * Adds rows of bits, bit by bit, into binary numbers whose digits lie in planes: plane {@code k} has digit {@code 2^k} of the
 * number of rows in which a bit is set. Three rows of one weight make one row of that weight, their sum, and one of twice the
 * weight, their carry (a full adder per bit, no digit waits for another); so {@code n} rows take about {@code n} adders.
 *
 * <p>Rows are read where they lie. Not thread-safe; allocates only while it grows.
 */
public final class CarrySaveAdder {

    /** Digits of a number of rows that fits an int. */
    private static final int MOST_PLANES = 31;

    private static final int ROWS_OF_AN_ADDER = 3;

    private final int words;

    /** For each plane the rows that wait to be added, up to three. */
    private final long[][][] waiting = new long[MOST_PLANES][ROWS_OF_AN_ADDER][];

    private final int[] waitingCount = new int[MOST_PLANES];

    /** Arrays for sums and carries that are not in use. */
    private long[][] free = new long[0][];

    private int freeCount;

    /** Whether the first row that waits for plane 0 is a sum of the adder's own; those of all other planes always are. */
    private boolean ownsSum;

    private int planeCount;

    /** @param words number of words of bits in a row */
    public CarrySaveAdder(int words) {
        this.words = words;
    }

    /** Begins a new sum. */
    public void clear() {
        for (int k = 0; k < planeCount; k++) {
            int owned = k > 0 ? waitingCount[k] : ownsSum ? 1 : 0;
            for (int i = 0; i < owned; i++) {
                release(waiting[k][i]);
            }
            waitingCount[k] = 0;
        }
        ownsSum = false;
        planeCount = 0;
    }

    /** Adds the bits of a row, which must not change before the next {@link #clear}; what it has beyond them is ignored. */
    public void add(long[] row) {
        add(0, row);
    }

    /** Adds a row of digits of one plane, and what is carried, to the planes above. */
    private void add(int plane, long[] row) {
        long[] added = row;
        for (int k = plane; added != null; k++) {
            planeCount = Math.max(planeCount, k + 1);
            waiting[k][waitingCount[k]++] = added;
            added = waitingCount[k] == ROWS_OF_AN_ADDER ? addThree(k) : null;
        }
    }

    /** Adds the three rows that wait for a plane; returns the carry. */
    private long[] addThree(int k) {
        long[][] rows = waiting[k];
        long[] carry = buffer();
        carry(rows[0], rows[1], rows[2], carry);
        long[] sum = sumBuffer(k);
        sum(rows[0], rows[1], rows[2], sum);
        if (k > 0) {
            release(rows[1]);
            release(rows[2]);
        }
        rows[0] = sum;
        waitingCount[k] = 1;
        return carry;
    }

    /** Adds the two rows that wait for a plane; returns the carry. */
    private long[] addTwo(int k) {
        long[][] rows = waiting[k];
        long[] carry = buffer();
        carry(rows[0], rows[1], carry);
        long[] sum = sumBuffer(k);
        sum(rows[0], rows[1], sum);
        if (k > 0) {
            release(rows[1]);
        }
        rows[0] = sum;
        waitingCount[k] = 1;
        return carry;
    }

    /** Where the sum of a plane goes: in place of the first summand, unless that is a row that was handed in. */
    private long[] sumBuffer(int k) {
        if (k == 0 && !ownsSum) {
            ownsSum = true;
            return buffer();
        }
        return waiting[k][0];
    }

    /** Adds what still waits. Returns the number of planes, without those of the highest digits that are zero everywhere. */
    public int finish() {
        // A carry out of a plane may make one more plane, which the loop then comes to.
        for (int k = 0; k < planeCount; k++) {
            if (waitingCount[k] == 2) {
                add(k + 1, addTwo(k));
            }
        }
        int planes = planeCount;
        while (planes > 0 && isZero(waiting[planes - 1][0])) {
            planes--;
        }
        return planes;
    }

    /** The digits {@code 2^k}; valid until the next {@link #clear}. */
    public long[] plane(int k) {
        return waiting[k][0];
    }

    private long[] buffer() {
        return freeCount == 0 ? new long[words] : free[--freeCount];
    }

    private void release(long[] buffer) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount + MOST_PLANES);
        }
        free[freeCount++] = buffer;
    }

    private boolean isZero(long[] row) {
        for (int i = 0; i < words; i++) {
            if (row[i] != 0) {
                return false;
            }
        }
        return true;
    }

    // One array is written per loop: the compiler does not vectorise loops that write two.

    private static void sum(long[] a, long[] b, long[] c, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] ^ b[i] ^ c[i];
        }
    }

    private static void carry(long[] a, long[] b, long[] c, long[] carry) {
        for (int i = 0; i < carry.length; i++) {
            carry[i] = a[i] & b[i] | c[i] & (a[i] ^ b[i]);
        }
    }

    private static void sum(long[] a, long[] b, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] ^ b[i];
        }
    }

    private static void carry(long[] a, long[] b, long[] carry) {
        for (int i = 0; i < carry.length; i++) {
            carry[i] = a[i] & b[i];
        }
    }
}
