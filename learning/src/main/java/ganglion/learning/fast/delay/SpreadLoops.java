package ganglion.learning.fast.delay;

/**
 * Loops over the arrivals at one synapse, four steps of its spread at a time: what is read and written next stays in
 * registers and in one line of the nearest cache.
 */
final class SpreadLoops {

    private SpreadLoops() {}

    /**
     * Adds the arrivals from {@code start} to {@code end - 1}, spread by a synapse, to what its target receives.
     *
     * @param to a row of a {@link SynapseDelayLine.TimeLine}
     * @param first step of the spread, plus what spikes are late anyway
     * @param shares those of the synapse start at {@code at}
     */
    static void scatter(
            float[] to,
            SortedArrivals arrivals,
            int start,
            int end,
            int first,
            float weight,
            float[] shares,
            int at,
            int steps) {
        int[] places = arrivals.places();
        float[] values = arrivals.values();
        int j = 0;
        for (; j + 4 <= steps; j += 4) {
            float s0 = weight * shares[at + j];
            float s1 = weight * shares[at + j + 1];
            float s2 = weight * shares[at + j + 2];
            float s3 = weight * shares[at + j + 3];
            for (int e = start; e < end; e++) {
                int p = places[e] + first + j;
                float v = values[e];
                to[p] += s0 * v;
                to[p + 1] += s1 * v;
                to[p + 2] += s2 * v;
                to[p + 3] += s3 * v;
            }
        }
        if (j + 2 <= steps) {
            float s0 = weight * shares[at + j];
            float s1 = weight * shares[at + j + 1];
            for (int e = start; e < end; e++) {
                int p = places[e] + first + j;
                float v = values[e];
                to[p] += s0 * v;
                to[p + 1] += s1 * v;
            }
            j += 2;
        }
        if (j < steps) {
            float s = weight * shares[at + j];
            for (int e = start; e < end; e++) {
                to[places[e] + first + j] += s * values[e];
            }
        }
    }

    /**
     * Sums, for each step of the spread, what the arrivals meet there.
     *
     * @param from gradients, a row of a {@link SynapseDelayLine.TimeLine}
     * @param sums receives one sum per step
     */
    static void correlate(
            float[] from, SortedArrivals arrivals, int start, int end, int first, float[] sums, int steps) {
        int[] places = arrivals.places();
        float[] values = arrivals.values();
        int j = 0;
        for (; j + 4 <= steps; j += 4) {
            float c0 = 0;
            float c1 = 0;
            float c2 = 0;
            float c3 = 0;
            for (int e = start; e < end; e++) {
                int p = places[e] + first + j;
                float v = values[e];
                c0 += v * from[p];
                c1 += v * from[p + 1];
                c2 += v * from[p + 2];
                c3 += v * from[p + 3];
            }
            sums[j] = c0;
            sums[j + 1] = c1;
            sums[j + 2] = c2;
            sums[j + 3] = c3;
        }
        for (; j < steps; j++) {
            float c = 0;
            for (int e = start; e < end; e++) {
                c += values[e] * from[places[e] + first + j];
            }
            sums[j] = c;
        }
    }

    /** Sum of the products of shares and values that follow each other. */
    static float product(float[] shares, int at, float[] values, int place, int steps) {
        float product = 0;
        for (int j = 0; j < steps; j++) {
            product += shares[at + j] * values[place + j];
        }
        return product;
    }

    /** What the slopes of the shares by the delay, times the square of the width, make of sums. */
    static float slope(float[] shares, int at, float[] sums, int steps) {
        float mean = 0;
        for (int j = 0; j < steps; j++) {
            mean += j * shares[at + j];
        }
        float slope = 0;
        for (int j = 0; j < steps; j++) {
            slope += shares[at + j] * (j - mean) * sums[j];
        }
        return slope;
    }

    /**
     * {@code to[n] += weight * sum over j of shares[j] from[n + first + j]}, for the first {@code length} places: gradients at
     * a target, back to all steps of a source.
     */
    static void collect(
            float[] to, float[] from, int length, int first, float weight, float[] shares, int at, int steps) {
        int j = 0;
        for (; j + 4 <= steps; j += 4) {
            add4(
                    to,
                    from,
                    first + j,
                    length,
                    weight * shares[at + j],
                    weight * shares[at + j + 1],
                    weight * shares[at + j + 2],
                    weight * shares[at + j + 3]);
        }
        for (; j < steps; j++) {
            add(to, from, first + j, length, weight * shares[at + j]);
        }
    }

    private static void add4(float[] to, float[] from, int shift, int length, float a, float b, float c, float d) {
        for (int n = 0; n < length; n++) {
            to[n] +=
                    a * from[n + shift] + b * from[n + shift + 1] + (c * from[n + shift + 2] + d * from[n + shift + 3]);
        }
    }

    private static void add(float[] to, float[] from, int shift, int length, float a) {
        for (int n = 0; n < length; n++) {
            to[n] += a * from[n + shift];
        }
    }
}
