package ganglion.kernel.core;

import java.util.Arrays;

/**
 * Spikes of a {@link SpikeHistory}, each under a number of the one who asked; filled by inner loops, and reused.
 */
final class SpikeList {

    /** Whose spike it is. */
    int[] number = new int[64];
    /** The spike. */
    int[] spike = new int[64];
    /** Number of spikes. */
    int size;

    /** Makes room for a number of spikes in all. */
    void reserve(int count) {
        if (count > number.length) {
            number = Arrays.copyOf(number, 2 * count);
            spike = Arrays.copyOf(spike, 2 * count);
        }
    }
}
