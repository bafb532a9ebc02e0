package ganglion.learning.tempotron;

import java.util.SplittableRandom;

/** Numbers in random order. */
final class Permutation {

    private Permutation() {}

    /** The numbers from 0 to {@code size - 1}, each order equally likely (Fisher and Yates; Durstenfeld 1964). */
    static int[] of(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int k = random.nextInt(i + 1);
            order[i] = order[k];
            order[k] = i;
        }
        return order;
    }
}
