package ganglion.kernel.random;

/**
 * Random numbers by counter: number {@code k} is output {@code k} of the SplitMix64 generator started from {@code key}
 * (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), computed directly. The same
 * numbers as {@code draw(key, k)} of the workload generator that simulators are compared with.
 *
 * <p>There is no state to share, advance or save. A number depends on key and counter alone, so that neurons can draw
 * theirs on any thread, in any order, and again after a checkpoint. Immutable; safe to share between threads.
 *
 * @param key tells streams of numbers apart
 */
public record CounterRandom(long key) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The numbers of one stream among those of a seed: different streams for different uses. */
    public static CounterRandom of(long seed, long stream) {
        return new CounterRandom(seed).branch(stream);
    }

    /** A stream of numbers that is unrelated to this one and to other branches, such as one for each neuron. */
    public CounterRandom branch(long index) {
        return new CounterRandom(mix(bits(index)));
    }

    /** 64 random bits. */
    public long bits(long counter) {
        return mix(key + (counter + 1) * GOLDEN_GAMMA);
    }

    /** The finaliser of SplitMix64: every bit of the state reaches every bit of the outcome. */
    private static long mix(long state) {
        long mixed = state;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Uniform from 0, inclusive, to 1, exclusive, in steps of 2^-53. */
    public double uniform(long counter) {
        return uniformOf(bits(counter));
    }

    /** The uniform number that is made of 64 random bits. */
    static double uniformOf(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /** Strictly between 0 and 1: the middle of one of 2^52 intervals, safe for logarithms and quantiles. */
    public double openUniform(long counter) {
        return ((bits(counter) >>> 12) + 0.5) * 0x1p-52;
    }

    /**
     * {@link #openUniform} of counters that have their upper half in common.
     *
     * @param upper of each counter; its lower 32 bits are 0
     * @param lower of each counter, from {@code from} to {@code until - 1}, 0 or more
     * @param numbers receives the numbers, from 0 on
     */
    void openUniforms(long upper, int[] lower, int from, int until, double[] numbers) {
        for (int i = 0; i < until - from; i++) {
            numbers[i] = openUniform(upper | lower[from + i]);
        }
    }

    /** A whole number from 0 to {@code bound - 1}: the high half of the 128-bit product of 64 random bits and the bound. */
    public int below(long counter, int bound) {
        long bits = bits(counter);
        // The product of an unsigned 64-bit and a 31-bit number, in two halves.
        return (int) ((bits >>> 32) * bound + ((bits & 0xFFFFFFFFL) * bound >>> 32) >>> 32);
    }

    /** Exponential with mean 1. */
    public double exponential(long counter) {
        return -StrictMath.log1p(-uniform(counter));
    }

    /** Normal with mean 0 and standard deviation 1 (Box and Muller 1958). */
    public double gaussian(long counter) {
        double radius = Math.sqrt(2 * exponential(2 * counter));
        return radius * StrictMath.cos(2 * Math.PI * uniform(2 * counter + 1));
    }
}
