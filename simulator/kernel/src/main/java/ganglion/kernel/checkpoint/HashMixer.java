package ganglion.kernel.checkpoint;

/** Mixes numbers, in order, into one of 64 bits: tells apart what differs by accident, not by intent. */
final class HashMixer {

    private static final long START = 0x6A09E667F3BCC908L;

    private long sum = START;

    /** The finaliser of SplitMix64 over what has been mixed so far and one number more. */
    void add(long number) {
        long z = (sum ^ number) + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        sum = z ^ z >>> 31;
    }

    void add(double number) {
        add(Double.doubleToRawLongBits(number));
    }

    void add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    long sum() {
        return sum;
    }
}
