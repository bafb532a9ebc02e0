package ganglion.kernel.cause;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The affine maps of one neuron from its first tick to another, given the ticks at which it fired. Successive ticks mostly share a map, so
 * that only changes are stored: some per spike of the neuron. Immutable.
 */
final class NeuronMaps {

    private final long first;
    private final long last;
    private final double[] start;
    private final double level;
    private final double reference;

    /** Maps, and the first tick of each. */
    private final List<AffineMap> maps = new ArrayList<>();

    private long[] since = new long[16];

    /** Ticks before the last at which the neuron fired, and what each spike did. */
    private final long[] fired;

    private final AffineMap[] spikes;

    /**
     * @param neuron before its first tick
     * @param own ticks at which it fired, ascending
     * @param first its first tick
     * @param last the tick that is asked for, not before the first
     */
    NeuronMaps(AffineNeuron neuron, long[] own, long first, long last) {
        this.first = first;
        this.last = last;
        this.start = neuron.start();
        this.reference = neuron.reference();
        this.fired =
                Arrays.copyOfRange(own, SpikeTimes.firstAtOrAfter(own, first), SpikeTimes.firstAtOrAfter(own, last));
        this.spikes = new AffineMap[fired.length];
        int next = 0;
        long tick = first;
        while (tick <= last) {
            add(neuron.nextTick(), tick);
            boolean fires = next < fired.length && fired[next] == tick;
            if (fires) {
                spikes[next++] = neuron.fired();
            }
            long quiet = (next < fired.length ? fired[next] : last) - tick - 1;
            tick += !fires && quiet > 0 && neuron.skip(quiet) ? quiet + 1 : 1;
        }
        this.level = neuron.level();
    }

    private void add(AffineMap map, long tick) {
        int count = maps.size();
        if (count > 0 && maps.get(count - 1) == map) {
            return;
        }
        if (count == since.length) {
            since = Arrays.copyOf(since, 2 * count);
        }
        since[count] = tick;
        maps.add(map);
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** The variables before the first tick. */
    double[] start() {
        return start.clone();
    }

    /** The potential from which parts are counted. */
    double reference() {
        return reference;
    }

    /** The level at the last tick. */
    double level() {
        return level;
    }

    /** The map of the first tick, before which no spike was. */
    AffineMap usual() {
        return maps.get(0);
    }

    /** Goes along the maps, one tick at a time, in either direction. */
    final class Walker {

        private int run;
        private int spike;

        /** @param tick to begin at */
        Walker(long tick) {
            int found = Arrays.binarySearch(since, 0, maps.size(), tick);
            run = found >= 0 ? found : -found - 2;
            spike = SpikeTimes.firstAtOrAfter(fired, tick);
        }

        /** The map of a tick next to the last that was asked for, or of the same. */
        AffineMap map(long tick) {
            while (tick < since[run]) {
                run--;
            }
            while (run + 1 < maps.size() && tick >= since[run + 1]) {
                run++;
            }
            return maps.get(run);
        }

        /** What a spike did at a tick near the last that was asked for; null if the neuron did not fire, and at the last tick of all. */
        AffineMap spike(long tick) {
            while (spike > 0 && fired[spike - 1] >= tick) {
                spike--;
            }
            while (spike < fired.length && fired[spike] < tick) {
                spike++;
            }
            return spike < fired.length && fired[spike] == tick ? spikes[spike] : null;
        }
    }
}
