package ganglion.hardware.activity;

import ganglion.hardware.placement.TargetWords;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Synapses;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Where the spikes of a projection arrive whose synapses all have the same delay. For each tick, the spikes are looked up that were
 * fired one delay before, so that ticks can be asked for in any order and by several threads.
 */
final class CommonDelayArrivals {

    private final SpikeRaster spikes;
    private final int delayTicks;
    private final Marker marker;

    /** Marks what some spikes reach. */
    @FunctionalInterface
    private interface Marker {

        /**
         * Marks in a set, which is asked for only if something is reached: a tick without a set is idle.
         *
         * @param from index of the first of the spikes
         * @param until index after the last
         */
        void mark(int from, int until, Supplier<long[]> set);
    }

    private CommonDelayArrivals(SpikeRaster spikes, int delayTicks, Marker marker) {
        this.spikes = spikes;
        this.delayTicks = delayTicks;
        this.marker = marker;
    }

    /** Every spike reaches all targets of a range. */
    static CommonDelayArrivals ofRange(SpikeRaster spikes, int delayTicks, int firstTarget, int untilTarget) {
        return new CommonDelayArrivals(
                spikes, delayTicks, (from, until, set) -> markRange(firstTarget, untilTarget, set.get()));
    }

    /** Targets as bits of words, with a common delay. */
    static CommonDelayArrivals ofWords(SpikeRaster spikes, TargetWords words, int sources) {
        ReachedRows rows = ReachedRows.of(words, sources);
        Marker marker = rows == null
                ? (from, until, set) -> markWords(spikes, words, from, until, set)
                : (from, until, set) -> markRows(spikes, rows, from, until, set.get());
        return new CommonDelayArrivals(spikes, words.commonDelayTicks(), marker);
    }

    /** Synapses one by one, with a common delay. */
    static CommonDelayArrivals ofSynapses(SpikeRaster spikes, int delayTicks, Synapses synapses, int firstTarget) {
        return new CommonDelayArrivals(
                spikes,
                delayTicks,
                (from, until, set) -> markSynapses(spikes, synapses, firstTarget, from, until, set));
    }

    /** Marks what arrives in a tick. */
    void mark(long tick, Supplier<long[]> set) {
        long fired = tick - delayTicks;
        int from = spikes.firstIndexAt(fired);
        int until = from;
        while (until < spikes.size() && spikes.tick(until) == fired) {
            until++;
        }
        if (until > from) {
            marker.mark(from, until, set);
        }
    }

    private static void markRows(SpikeRaster spikes, ReachedRows rows, int from, int until, long[] set) {
        int i = from;
        for (; i + 1 < until; i += 2) {
            rows.mark(spikes.neuron(i), spikes.neuron(i + 1), set);
        }
        if (i < until) {
            rows.mark(spikes.neuron(i), set);
        }
    }

    private static void markWords(SpikeRaster spikes, TargetWords words, int from, int until, Supplier<long[]> set) {
        for (int i = from; i < until; i++) {
            int source = spikes.neuron(i);
            if (words.first(source) < words.first(source + 1)) {
                words.mark(source, set.get());
            }
        }
    }

    private static void markSynapses(
            SpikeRaster spikes, Synapses synapses, int firstTarget, int from, int until, Supplier<long[]> set) {
        for (int i = from; i < until; i++) {
            int degree = synapses.outDegree(spikes.neuron(i));
            long[] marks = degree > 0 ? set.get() : null;
            for (int k = 0; k < degree; k++) {
                int target = firstTarget + synapses.target(spikes.neuron(i), k);
                marks[target >> 6] |= 1L << target;
            }
        }
    }

    private static void markRange(int from, int until, long[] set) {
        int firstWord = from >> 6;
        int lastWord = until - 1 >> 6;
        long firstMask = -1L << from;
        long lastMask = -1L >>> -until;
        if (firstWord == lastWord) {
            set[firstWord] |= firstMask & lastMask;
            return;
        }
        set[firstWord] |= firstMask;
        Arrays.fill(set, firstWord + 1, lastWord, -1L);
        set[lastWord] |= lastMask;
    }

    /**
     * The neurons that each source of a population reaches after one delay, as rows of bits side by side: two thirds of the memory of the
     * words of a projection where most words hold a target, and several projections in one row. Immutable.
     */
    static final class ReachedRows {

        private final int firstWord;
        private final int width;
        private final long[] bits;

        private ReachedRows(int sources, int firstWord, int width) {
            this.firstWord = firstWord;
            this.width = width;
            this.bits = new long[sources * width];
        }

        /** The rows of a projection, if rows take no more than twice the words that hold a target; null if they do. */
        static ReachedRows of(TargetWords words, int sources) {
            int first = Integer.MAX_VALUE;
            int last = -1;
            int entries = words.first(sources);
            for (int entry = 0; entry < entries; entry++) {
                first = Math.min(first, words.word(entry));
                last = Math.max(last, words.word(entry));
            }
            if ((long) sources * (last - first + 1) > 2L * entries) {
                return null;
            }
            ReachedRows rows = new ReachedRows(sources, first, last - first + 1);
            for (int source = 0; source < sources; source++) {
                for (int entry = words.first(source); entry < words.first(source + 1); entry++) {
                    rows.bits[source * rows.width + words.word(entry) - first] |= words.mask(entry);
                }
            }
            return rows;
        }

        /** Marks the targets of a source. */
        void mark(int source, long[] set) {
            int row = source * width;
            for (int i = 0; i < width; i++) {
                set[firstWord + i] |= bits[row + i];
            }
        }

        /** Marks the targets of two sources, which reads and writes the set once. */
        void mark(int one, int other, long[] set) {
            int row = one * width;
            int second = other * width;
            for (int i = 0; i < width; i++) {
                set[firstWord + i] |= bits[row + i] | bits[second + i];
            }
        }
    }
}
