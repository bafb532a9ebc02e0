package ganglion.odin;

import java.util.Arrays;

/**
 * ODIN's scheduler: a main queue, and 57 queues for the further spikes of bursts, to one of which it turns after another as time goes by
 * ({@code scheduler.v}, revision 17819318). An entry has the neuron in its lower 8 bits, above them 5 bits of a virtual event, and
 * {@link #BURST_END}.
 */
final class OdinScheduler {

    /** In an entry: the last spike of a burst. */
    static final int BURST_END = 1 << 13;

    private static final int CAPACITY = 32;

    private static final int QUEUES = 57;

    private static final int BURST_PLACES = 4;

    private final OdinQueue main = new OdinQueue(CAPACITY, CAPACITY);

    private final OdinQueue[] queues = new OdinQueue[QUEUES];

    private final boolean bursts;

    /** Cycles for which the scheduler stays at a queue. */
    private final int stay;

    private int current;

    /** The cycle in which the current queue ceases to be that. */
    private long turn;

    private int waiting;

    private AddressEvents lost;

    private long undefined;

    /**
     * A scheduler with empty queues.
     *
     * @param period cycles less 1 after which it turns to the next queue of bursts; with 0 there are no bursts
     */
    OdinScheduler(int period) {
        bursts = period > 0;
        stay = period + 1;
        Arrays.setAll(queues, i -> new OdinQueue(CAPACITY, BURST_PLACES));
    }

    /** Empties the queues, and counts cycles from 0 again. */
    void reset(AddressEvents lostSpikes) {
        lost = lostSpikes;
        main.clear();
        for (OdinQueue queue : queues) {
            queue.clear();
        }
        current = 0;
        turn = bursts ? stay : Long.MAX_VALUE;
        waiting = 0;
        undefined = 0;
    }

    boolean bursts() {
        return bursts;
    }

    boolean isFull() {
        return main.isFull();
    }

    /** Events that the queues hold. */
    int queued() {
        return main.size() + waiting;
    }

    /** Spikes that came to a queue of bursts when it had no place to store them. */
    long undefined() {
        return undefined;
    }

    private OdinQueue queue(long cycle) {
        while (cycle >= turn) {
            turn += stay;
            current = current + 1 == QUEUES ? 0 : current + 1;
        }
        return queues[current];
    }

    boolean isEmpty(long cycle) {
        return main.isEmpty() && (!bursts || queue(cycle).isEmpty());
    }

    /** The queue that the controller sees in a cycle: bursts first. Cycles must not go back. */
    private OdinQueue seen(long cycle) {
        return bursts && !queue(cycle).isEmpty() ? queues[current] : main;
    }

    /** What the controller sees in a cycle. */
    int front(long cycle) {
        return seen(cycle).front();
    }

    /** The cycle of the input that set off what the controller sees. */
    long origin(long cycle) {
        return seen(cycle).origin();
    }

    /** Removes what the controller sees. */
    void pop(long cycle) {
        OdinQueue queue = seen(cycle);
        waiting -= queue == main ? 0 : 1;
        queue.pop();
    }

    /** Takes in an entry from the input that was given for a cycle; the main queue must not be full. */
    void push(int entry, long origin) {
        main.push(entry, origin);
    }

    /**
     * Takes in a neuron's spike at the end of a cycle.
     *
     * @param burst the number of further spikes in bits 3 to 5, their interval in queues less 1 in bits 0 to 2
     * @param pops that the controller removes what it sees at the same time, which makes no room for this spike
     * @param origin the cycle of the input that set it off
     */
    void spike(int neuron, int burst, long cycle, boolean pops, long origin) {
        boolean full = main.isFull();
        if (pops) {
            pop(cycle);
        }
        if (full) {
            lost.add(cycle + 1, neuron);
        } else {
            main.push(neuron, origin);
        }
        if (bursts) {
            queue(cycle);
            int further = burst >>> 3;
            int interval = (burst & 7) + 1;
            for (int i = 1; i <= further; i++) {
                OdinQueue queue = queues[(current + i * interval) % QUEUES];
                if (queue.isFull()) {
                    lost.add(cycle + 1, neuron);
                    continue;
                }
                undefined += queue.stores() ? 0 : 1;
                queue.push(i == further ? BURST_END | neuron : neuron, origin);
                waiting++;
            }
        }
    }

    /** The first cycle from the given one on in which there is something to see, if nothing comes in; {@link Long#MAX_VALUE} if never. */
    long next(long cycle) {
        if (!isEmpty(cycle)) {
            return cycle;
        }
        if (waiting == 0) {
            return Long.MAX_VALUE;
        }
        long at = turn;
        for (int i = 1; queues[(current + i) % QUEUES].isEmpty(); i++) {
            at += stay;
        }
        return at;
    }
}
