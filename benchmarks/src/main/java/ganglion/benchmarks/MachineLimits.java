package ganglion.benchmarks;

import java.util.SplittableRandom;

/**
 * What this machine can do at best with one thread, to hold figures of different hosts against: reading an array from memory, and
 * adding to random places of a small and of a larger array, as spikes do.
 *
 * @param streamGigabytes bytes read a second, in 10^9
 * @param scatterSmall additions a second into 100 kB, in 10^6
 * @param scatterLarge additions a second into 4 MB, in 10^6
 */
record MachineLimits(double streamGigabytes, double scatterSmall, double scatterLarge) {

    private static final int ROUNDS = 7;
    private static final int STREAM_WORDS = 1 << 25;
    private static final int ADDITIONS = 1 << 22;
    private static final int SMALL_BYTES = 100_000;
    private static final int LARGE_BYTES = 4_000_000;

    /** Best of several rounds, in about a second. */
    static MachineLimits measure() {
        return new MachineLimits(stream(), scatter(SMALL_BYTES), scatter(LARGE_BYTES));
    }

    private static double stream() {
        long[] words = new long[STREAM_WORDS];
        long sum = 0;
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            words[round] = sum;
            long start = System.nanoTime();
            sum += sum(words);
            best = Math.max(best, (double) STREAM_WORDS * Long.BYTES / (System.nanoTime() - start));
        }
        return used(best, sum);
    }

    private static long sum(long[] words) {
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += words[i];
        }
        return sum;
    }

    private static double scatter(int bytes) {
        double[] sums = new double[bytes / Double.BYTES];
        int[] places = new SplittableRandom(1).ints(ADDITIONS, 0, sums.length).toArray();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            add(places, sums);
            best = Math.max(best, 1e3 * ADDITIONS / (System.nanoTime() - start));
        }
        return used(best, (long) sums[0]);
    }

    private static void add(int[] places, double[] sums) {
        for (int i = 0; i < places.length; i++) {
            sums[places[i]] += 0.5;
        }
    }

    /** Makes sure that the compiler cannot leave the work out. */
    private static double used(double figure, long result) {
        return result == Long.MIN_VALUE ? Double.NaN : figure;
    }
}
