package ganglion.hardware.placement;

import java.util.Arrays;

/** The neurons of each word of 64, as {@link TargetWords} and sets of neurons have them, by cell. Immutable. */
final class CellWords {

    private final int[] firstPiece;
    private final int[] cell;
    private final long[] mask;

    CellWords(Cells cells, int neurons) {
        int words = (neurons + Long.SIZE - 1) / Long.SIZE;
        firstPiece = new int[words + 1];
        int[] cellOfPiece = new int[neurons];
        long[] maskOfPiece = new long[neurons];
        int pieces = 0;
        for (int neuron = 0; neuron < neurons; neuron++) {
            int word = neuron / Long.SIZE;
            int of = cells.of(neuron);
            if (of != Placement.OUTSIDE) {
                int piece = firstPiece[word];
                while (piece < pieces && cellOfPiece[piece] != of) {
                    piece++;
                }
                pieces = Math.max(pieces, piece + 1);
                cellOfPiece[piece] = of;
                maskOfPiece[piece] |= 1L << neuron;
            }
            firstPiece[word + 1] = pieces;
        }
        cell = Arrays.copyOf(cellOfPiece, pieces);
        mask = Arrays.copyOf(maskOfPiece, pieces);
    }

    /** Counts the set bits of a set of neurons by cell; bits of neurons in no cell are left out. */
    void count(long[] set, int[] byCell) {
        for (int word = 0; word < set.length; word++) {
            long bits = set[word];
            for (int piece = firstPiece[word]; bits != 0 && piece < firstPiece[word + 1]; piece++) {
                byCell[cell[piece]] += Long.bitCount(bits & mask[piece]);
            }
        }
    }

    /** The first piece of a word; for the word after the last, the number of pieces. */
    int first(int word) {
        return firstPiece[word];
    }

    int cell(int piece) {
        return cell[piece];
    }

    long mask(int piece) {
        return mask[piece];
    }
}
