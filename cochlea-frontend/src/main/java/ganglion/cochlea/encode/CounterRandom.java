package ganglion.cochlea.encode;

/**
 * Random numbers that are a function of (seed, neuron, tick), without state: SplitMix64's output function applied to one
 * after the other (G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
 */
record CounterRandom(long seed) {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final int MANTISSA_BITS = 53;

    /** A number from 0 (included) to 1 (excluded), evenly distributed. */
    double uniform(int neuron, long tick) {
        long bits = mix(mix(mix(seed) + neuron) + tick);
        return (bits >>> Long.SIZE - MANTISSA_BITS) * 0x1p-53;
    }

    private static long mix(long counter) {
        long z = counter + GOLDEN_GAMMA;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
