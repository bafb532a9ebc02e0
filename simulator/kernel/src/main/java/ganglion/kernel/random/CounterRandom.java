package ganglion.kernel.random;

/**
 * A counter-based generator: the number at an index {@code k} is the k-th output of SplitMix64 started from the seed (Steele,
 * Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, doi:10.1145/2660193.2660195). Immutable.
 *
 * <p>The benchmark networks of the shared {@code limits/} are drawn with the same functions, so that they can be generated
 * outside Ganglion too.
 *
 * @param seed start of the sequence; generators of different seeds are independent for all practical purposes
 */
public record CounterRandom(long seed) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    /** 64 random bits. */
    public long draw(long index) {
        long z = seed + (index + 1) * GOLDEN_GAMMA;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A number from 0 inclusive to 1 exclusive, a multiple of 2^-53. */
    public double uniform(long index) {
        return (draw(index) >>> 11) * TWO_TO_MINUS_53;
    }

    /** A number strictly between 0 and 1: the middle of one of 2^52 intervals, safe for logarithms and quantiles. */
    public double openUniform(long index) {
        return ((draw(index) >>> 12) + 0.5) * 0x1p-52;
    }

    /** A whole number from 0 to {@code bound - 1}: the high half of the 128-bit product of 64 random bits and the bound. */
    public int below(long index, int bound) {
        long bits = draw(index);
        // The product of an unsigned 64-bit and a 31-bit number, in two halves.
        return (int) ((bits >>> 32) * bound + ((bits & 0xFFFFFFFFL) * bound >>> 32) >>> 32);
    }

    /** A generator of its own for a purpose or an object, such as one of many neurons. */
    public CounterRandom stream(long number) {
        return new CounterRandom(draw(number) ^ GOLDEN_GAMMA);
    }
}
