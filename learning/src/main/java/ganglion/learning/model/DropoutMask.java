package ganglion.learning.model;

/**
 * Which inputs a dropout layer silences: a function of (seed, layer, batch, sample, input), never drawn from a sequence, so
 * that it does not depend on how a batch is split. Not thread safe while {@link #begin} is called.
 */
public final class DropoutMask {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final double rate;
    private final long key;
    private long batch;

    /**
     * @param rate probability of being silenced
     * @param seed of the training run
     * @param layer position of the layer in its network
     */
    public DropoutMask(double rate, long seed, int layer) {
        this.rate = rate;
        this.key = mix(mix(seed) + layer);
    }

    /** Starts a batch, numbered over the whole training run. */
    public void begin(long batchNumber) {
        batch = batchNumber;
    }

    /** What an input of a sample is multiplied by: 0 or {@code 1 / (1 - rate)}. */
    public double factor(int sample, int input) {
        long hash = mix(mix(mix(key + batch) + sample) + input);
        double uniform = (hash >>> 11) * 0x1p-53;
        return uniform < rate ? 0 : 1 / (1 - rate);
    }

    /** The finaliser of splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). */
    private static long mix(long value) {
        long z = value + GOLDEN_RATIO;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
