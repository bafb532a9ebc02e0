package ganglion.live.picture;

import java.util.Arrays;

/**
 * Which spikes of a picture are drawn if there are too many. Small populations keep all of theirs, so that a busy input does not hide the
 * read-out; the others share what is left equally. Within a population, whether a spike is drawn depends on its tick and neuron
 * alone, by a hash, so that no rhythm and no row of neurons is preferred.
 */
final class SpikeThinning {

    /** Scale of {@link #shares}: 2^32 keeps all. */
    private static final long ALL = 1L << 32;

    private final long[] shares;

    /**
     * @param counts spikes of each population
     * @param most about how many are to be kept of all together
     */
    SpikeThinning(int[] counts, int most) {
        double level = level(counts, most);
        shares = new long[counts.length];
        for (int p = 0; p < counts.length; p++) {
            shares[p] = counts[p] <= level ? ALL : (long) (ALL * (level / counts[p]));
        }
    }

    /** The number of spikes beyond which a population is thinned, so that all keep {@code most} together. */
    private static double level(int[] counts, int most) {
        int[] ascending = counts.clone();
        Arrays.sort(ascending);
        double left = most;
        for (int i = 0; i < ascending.length; i++) {
            double share = left / (ascending.length - i);
            if (ascending[i] > share) {
                return share;
            }
            left -= ascending[i];
        }
        return Double.POSITIVE_INFINITY;
    }

    boolean keeps(long tick, int neuron, int population) {
        return Integer.toUnsignedLong(mixed((int) tick * 0x9E3779B9 + neuron)) < shares[population];
    }

    /** The finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input changes half of the output's. */
    private static int mixed(int bits) {
        int h = bits;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
