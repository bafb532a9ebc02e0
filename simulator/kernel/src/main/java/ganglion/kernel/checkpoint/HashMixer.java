package ganglion.kernel.checkpoint;

/**
 * Mixes numbers, in order, into a hash of 64 bits: a checksum and a fingerprint that find accidents, not intent. The
 * sums stand in checkpoint files, so that the mixing must never change. Not thread-safe.
 */
final class HashMixer {

    /** The hash of nothing. */
    static final long START = 0x6A09E667F3BCC908L;

    private long sum = START;

    void add(long number) {
        sum = mixed(sum, number);
    }

    /** The finaliser of SplitMix64 over what has been mixed so far and one number more. */
    static long mixed(long sum, long number) {
        long z = (sum ^ number) + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Adds the bits of a number: 0.0 and -0.0 differ. */
    void add(double number) {
        add(Double.doubleToRawLongBits(number));
    }

    /** Adds the length and the characters of a text, so that texts that run together still differ. */
    void add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    /** The hash of all that was added. */
    long sum() {
        return sum;
    }
}
