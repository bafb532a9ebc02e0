package ganglion.learning.eventprop.forward;

import ganglion.learning.eventprop.DelayedSynapses;
import java.util.Arrays;

/**
 * Spikes on their way through synapses with delays of their own, as a heap with one entry per spike that has not reached all its targets.
 * At equal times the spike that was added first comes first. Not thread safe.
 */
final class ArrivalQueue {

    private double[] next = new double[16];
    private int[] entries = new int[16];
    private int size;

    private DelayedSynapses[] synapses = new DelayedSynapses[16];
    private double[] times = new double[16];
    private int[] sources = new int[16];
    private int[] cursors = new int[16];
    private int added;

    /** When the next target is reached; infinite if there is none. */
    double nextTime() {
        return size == 0 ? Double.POSITIVE_INFINITY : next[0];
    }

    /** Adds a spike. */
    void add(DelayedSynapses through, double time, int source) {
        if (added == times.length) {
            times = Arrays.copyOf(times, 2 * added);
            sources = Arrays.copyOf(sources, 2 * added);
            cursors = Arrays.copyOf(cursors, 2 * added);
            synapses = Arrays.copyOf(synapses, 2 * added);
        }
        synapses[added] = through;
        times[added] = time;
        sources[added] = source;
        if (size == next.length) {
            next = Arrays.copyOf(next, 2 * size);
            entries = Arrays.copyOf(entries, 2 * size);
        }
        double arrival = time + through.delay(through.synapse(source, 0));
        int at = size++;
        while (at > 0 && isBefore(arrival, added, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        next[at] = arrival;
        entries[at] = added++;
    }

    /** The synapses of the next arrival. */
    DelayedSynapses through() {
        return synapses[entries[0]];
    }

    /** The number of the spike of the next arrival, in the order in which spikes were added. */
    int spike() {
        return entries[0];
    }

    /** Takes the next arrival: the position of its synapse. */
    int take() {
        int entry = entries[0];
        DelayedSynapses through = synapses[entry];
        int synapse = through.synapse(sources[entry], cursors[entry]++);
        if (cursors[entry] < through.targets()) {
            sink(times[entry] + through.delay(through.synapse(sources[entry], cursors[entry])), entry);
        } else if (--size > 0) {
            sink(next[size], entries[size]);
        }
        return synapse;
    }

    private void sink(double arrival, int entry) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(next[child + 1], entries[child + 1], child)) {
                child++;
            }
            if (child >= size || isBefore(arrival, entry, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        next[at] = arrival;
        entries[at] = entry;
    }

    private boolean isBefore(double arrival, int entry, int at) {
        return arrival < next[at] || arrival == next[at] && entry < entries[at];
    }

    private void move(int from, int to) {
        next[to] = next[from];
        entries[to] = entries[from];
    }
}
