package ganglion.kernel.count;

import java.util.Arrays;

/**
 * Rows of bits: which neurons of a run a row of synapses reaches, and which of them more than once.
 *
 * <p>Bit {@code s + 8 j} of word {@code w} is neuron {@code s * 8 words + 8 w + j}, with {@code s} and {@code j} from 0 to 7:
 * then one shift and one mask take the bits of eight successive neurons to the eight bytes of a word, and no bit has to move
 * within its byte. The <em>place</em> of a neuron, {@code s} above 13 bits of {@code 8 w + j}, is where {@link ByteCounts}
 * holds its byte.
 *
 * <p>Behind its words of bits a row has the places of its further synapses (twins), four to a word, with {@link #NO_PLACE} in
 * the end: so that a row lies in one piece in memory.
 *
 * @param words number of words of bits in a row, a multiple of {@link #WORDS_A_STEP}
 */
public record BitLayout(int words) {

    /** More neurons have no place in 16 bits. */
    public static final int MOST_NEURONS = 65_535;

    /** Neurons that one word stands for. */
    private static final int NEURONS_A_WORD = 64;

    /** Rows are padded to whole vectors of 512 bits, so that loops over them end without single steps. */
    private static final int WORDS_A_STEP = 8;

    /** Bits of a place, and of its lower part. */
    static final int PLACE_BITS = 16;

    static final int PART_BITS = 13;

    static final int PLACES_A_WORD = Long.SIZE / PLACE_BITS;

    /** Marks the end of the places in a row. */
    static final int NO_PLACE = 0xffff;

    /** The layout for a number of neurons, at most {@link #MOST_NEURONS}. */
    public static BitLayout of(int neurons) {
        int words = (neurons + NEURONS_A_WORD - 1) / NEURONS_A_WORD;
        return new BitLayout((words + WORDS_A_STEP - 1) / WORDS_A_STEP * WORDS_A_STEP);
    }

    /** The row that reaches some neurons, which ascend in the first {@code count} elements. */
    public long[] row(int[] neurons, int count) {
        int twins = 0;
        for (int i = 1; i < count; i++) {
            twins += neurons[i] == neurons[i - 1] ? 1 : 0;
        }
        long[] row = new long[words + (twins + PLACES_A_WORD - 1) / PLACES_A_WORD];
        Arrays.fill(row, words, row.length, -1);
        int part = 0;
        int twin = words * PLACES_A_WORD;
        for (int i = 0; i < count; i++) {
            while (neurons[i] >= (part + 1) * Byte.SIZE * words) {
                part++;
            }
            int within = neurons[i] - part * Byte.SIZE * words;
            if (i > 0 && neurons[i] == neurons[i - 1]) {
                long place = part << PART_BITS | within;
                row[twin / PLACES_A_WORD] ^= (place ^ NO_PLACE) << PLACE_BITS * (twin % PLACES_A_WORD);
                twin++;
            } else {
                row[within / Byte.SIZE] |= 1L << part + Byte.SIZE * (within % Byte.SIZE);
            }
        }
        return row;
    }
}
