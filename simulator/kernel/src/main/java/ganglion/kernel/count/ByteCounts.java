package ganglion.kernel.count;

import java.util.Arrays;

/**
 * A small number per neuron, in a byte each, eight to a word; see {@link BitLayout}. Numbers are taken from the planes of a
 * {@link CarrySaveAdder}, raised one by one where a row reaches a neuron more than once, packed with those of other counts into
 * the same bytes, and looked up in a table of sums.
 *
 * <p>The words are in eight arrays, because a loop is vectorised only if it reads planes at the index at which it writes
 * words. Not thread-safe.
 */
public final class ByteCounts {

    /** Largest number that a byte holds. */
    public static final int MOST = 255;

    /** Number of entries of a table for {@link #write}. */
    public static final int TABLE = 256;

    private static final int PARTS = 8;

    /** Bits of the number of a byte in its word. */
    private static final int BYTE_BITS = 3;

    private static final int WORD_MASK = (1 << BitLayout.PART_BITS - BYTE_BITS) - 1;

    /** The lowest bit of every byte. */
    private static final long LOWEST = 0x0101_0101_0101_0101L;

    private final long[][] parts;

    /** Number of bits that all numbers fit into. */
    private int width;

    /** Numbers of a layout. */
    public ByteCounts(BitLayout layout) {
        parts = new long[PARTS][layout.words()];
    }

    /**
     * Takes over the sum of an adder.
     *
     * @param planes number of its planes, at most 8
     */
    public void take(CarrySaveAdder sum, int planes) {
        width = planes;
        for (int shift = 0; shift < PARTS; shift++) {
            long[] part = parts[shift];
            switch (planes) {
                case 0 -> Arrays.fill(part, 0);
                case 1 -> spread(sum.plane(0), shift, part);
                case 2 -> spread(sum.plane(0), sum.plane(1), shift, part);
                case 3 -> spread(sum.plane(0), sum.plane(1), sum.plane(2), shift, part);
                default -> spread(sum.plane(0), sum.plane(1), sum.plane(2), sum.plane(3), shift, part);
            }
            for (int k = 4; k < planes; k++) {
                addSpread(sum.plane(k), shift, k, part);
            }
        }
    }

    /** Number of bits that all numbers fit into. */
    public int width() {
        return width;
    }

    /**
     * Adds one to the number of a neuron for each further synapse of a row of bits.
     *
     * @return whether all numbers still fit; if not, they are worthless
     */
    public boolean addTwins(long[] row) {
        long seen = 0;
        boolean fits = true;
        for (int i = parts[0].length; i < row.length; i++) {
            long places = row[i];
            for (int k = 0; k < BitLayout.PLACES_A_WORD; k++) {
                int place = (int) places & BitLayout.NO_PLACE;
                if (place == BitLayout.NO_PLACE) {
                    break;
                }
                places >>>= BitLayout.PLACE_BITS;
                long[] part = parts[place >>> BitLayout.PART_BITS];
                int word = place >>> BYTE_BITS & WORD_MASK;
                // The lower bits of the place, times 8; the processor takes a shift modulo 64.
                int shift = place << BYTE_BITS;
                long raised = part[word] + (1L << shift);
                part[word] = raised;
                long number = raised >>> shift & MOST;
                seen |= number;
                // A byte that overflows becomes zero.
                fits &= number != 0;
            }
        }
        width = Math.max(width, Long.SIZE - Long.numberOfLeadingZeros(seen));
        return fits;
    }

    /** Puts other numbers above these in the same bytes; both together have at most 8 bits. */
    public void pack(ByteCounts others) {
        for (int p = 0; p < PARTS; p++) {
            pack(parts[p], others.parts[p], width);
        }
        width += others.width;
    }

    /** Writes the table entry of each neuron's byte to {@code size} successive places. */
    public void write(double[] table, double[] input, int start, int size) {
        int words = parts[0].length;
        int whole = size / Byte.SIZE;
        for (int p = 0; p < PARTS; p++) {
            int count = Math.max(0, Math.min(words, whole - p * words));
            write(parts[p], count, table, input, start + p * words * Byte.SIZE);
        }
        for (int neuron = whole * Byte.SIZE; neuron < size; neuron++) {
            input[start + neuron] = table[at(neuron)];
        }
    }

    /** The number of a neuron, with what is packed above it. */
    public int at(int neuron) {
        int words = parts[0].length;
        int word = neuron / Byte.SIZE;
        return (int) (parts[word / words][word % words] >>> Byte.SIZE * (neuron % Byte.SIZE)) & MOST;
    }

    private static void spread(long[] a, int shift, long[] part) {
        for (int i = 0; i < part.length; i++) {
            part[i] = a[i] >>> shift & LOWEST;
        }
    }

    private static void spread(long[] a, long[] b, int shift, long[] part) {
        for (int i = 0; i < part.length; i++) {
            part[i] = a[i] >>> shift & LOWEST | (b[i] >>> shift & LOWEST) << 1;
        }
    }

    private static void spread(long[] a, long[] b, long[] c, int shift, long[] part) {
        for (int i = 0; i < part.length; i++) {
            part[i] = a[i] >>> shift & LOWEST | (b[i] >>> shift & LOWEST) << 1 | (c[i] >>> shift & LOWEST) << 2;
        }
    }

    private static void spread(long[] a, long[] b, long[] c, long[] d, int shift, long[] part) {
        for (int i = 0; i < part.length; i++) {
            part[i] = a[i] >>> shift & LOWEST
                    | (b[i] >>> shift & LOWEST) << 1
                    | (c[i] >>> shift & LOWEST) << 2
                    | (d[i] >>> shift & LOWEST) << 3;
        }
    }

    private static void addSpread(long[] a, int shift, int digit, long[] part) {
        for (int i = 0; i < part.length; i++) {
            part[i] = part[i] | (a[i] >>> shift & LOWEST) << digit;
        }
    }

    private static void pack(long[] part, long[] other, int shift) {
        for (int i = 0; i < part.length; i++) {
            part[i] = part[i] | other[i] << shift;
        }
    }

    private static void write(long[] part, int count, double[] table, double[] input, int start) {
        int mask = table.length - 1;
        for (int i = 0; i < count; i++) {
            long bytes = part[i];
            int at = start + i * Byte.SIZE;
            input[at] = table[(int) bytes & MOST & mask];
            input[at + 1] = table[(int) (bytes >>> 8) & MOST & mask];
            input[at + 2] = table[(int) (bytes >>> 16) & MOST & mask];
            input[at + 3] = table[(int) (bytes >>> 24) & MOST & mask];
            input[at + 4] = table[(int) (bytes >>> 32) & MOST & mask];
            input[at + 5] = table[(int) (bytes >>> 40) & MOST & mask];
            input[at + 6] = table[(int) (bytes >>> 48) & MOST & mask];
            input[at + 7] = table[(int) (bytes >>> 56) & MOST & mask];
        }
    }
}
