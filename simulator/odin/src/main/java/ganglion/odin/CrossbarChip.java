package ganglion.odin;

/**
 * What ODIN and tinyODIN share: 256 neurons with a synapse from each to each, a controller that works on one event after another, and the
 * handshakes of both buses.
 *
 * <p>The world around the chip is clocked by the same clock, as registers are: it drops a request one cycle after the acknowledgement rose,
 * raises the next one at the earliest one cycle after it fell, and acknowledges an output one cycle after its request or a set number of
 * cycles later. While an output event is handed over the chip does nothing else.
 *
 * <p>Not thread safe.
 */
public abstract sealed class CrossbarChip permits Odin, TinyOdin {

    /** Neurons of the chip. */
    public static final int NEURONS = 256;

    /** Two registers bring a request into the chip's clock. */
    private static final int SYNCHRONISED = 2;

    /** Cycles in which the controller waits for a request to fall. */
    private static final int REQUEST_FALLS = 4;

    /** Cycles of an output's handshake, with an acknowledgement that comes and goes one cycle after the request. */
    private static final int HANDSHAKE = 8;

    final int handshake;

    /** The first cycle in which no output is being handed over. */
    long free;

    /** The cycle for which the input was given that set off the event that is worked on. */
    long origin;

    AddressEvents lost;

    long synapticOperations;

    long leakUpdates;

    private AddressEvents outputs;

    private Meter meter = (given, waited, from, until) -> {};

    private int taken;

    private long longestWait;

    private long longestLatency;

    /** Hears of all work, one piece after the other. */
    @FunctionalInterface
    public interface Meter {

        /**
         * An input was taken, or an event of the queue worked on.
         *
         * @param given the cycle for which the input was given that was taken last
         * @param waited cycles by which the request of an input rose later than it was given for; 0 for an event of the queue
         * @param from the cycle in which the controller decided on it
         * @param until the cycle in which it can decide again
         */
        void worked(long given, long waited, long from, long until);
    }

    CrossbarChip(int acknowledgeCycles) {
        handshake = HANDSHAKE + 2 * acknowledgeCycles;
    }

    /** Sets who hears of the work of runs. */
    public final void setMeter(Meter meter) {
        this.meter = meter;
    }

    /**
     * Runs the chip from its reset, with the memories as they are, until nothing is left to do, or a cycle has come.
     *
     * @param inputs cycles at which a request rises, if the chip has taken the one before, with addresses that the bus has
     * @param outputEvents gets the output events, with the cycles in which their requests rise
     * @param lostSpikes gets the neurons whose spikes found a queue full, with the first cycle in which they would have been queued
     * @param until the cycle from which on to begin nothing, at least 0
     * @return the cycle in which the chip waits
     */
    public final long run(AddressEvents inputs, AddressEvents outputEvents, AddressEvents lostSpikes, long until) {
        outputs = outputEvents;
        lost = lostSpikes;
        free = 0;
        synapticOperations = 0;
        leakUpdates = 0;
        longestWait = 0;
        longestLatency = 0;
        reset();

        taken = 0;
        long raised = 0;
        long now = 0;
        while (true) {
            // The controller decides in this cycle.
            now = Math.max(now, free);
            boolean more = taken < inputs.size();
            long request = more ? Math.max(raised, inputs.cycle(taken)) : Long.MAX_VALUE - SYNCHRONISED;
            boolean idle = isIdle(now);
            if (now >= until || !more && queued() == 0) {
                return now;
            } else if (request + SYNCHRONISED <= now && !isFull() && (idle || !isPatient(inputs.address(taken)))) {
                origin = inputs.cycle(taken);
                longestWait = Math.max(longestWait, request - origin);
                long from = now;
                now = take(now, inputs.address(taken)) + REQUEST_FALLS;
                raised = now + 1;
                taken++;
                meter.worked(origin, request - origin, from, Math.max(now, free));
            } else if (idle) {
                now = Math.min(until, Math.min(request + SYNCHRONISED, next(now)));
            } else {
                long from = now;
                now = work(now);
                meter.worked(origin, 0, from, Math.max(now, free));
            }
        }
    }

    /** Empties the queues. */
    abstract void reset();

    /** Events that wait in the chip. */
    public abstract int queued();

    /** Whether the controller sees no event in a cycle. */
    abstract boolean isIdle(long now);

    /** Whether no input is taken. */
    abstract boolean isFull();

    /** The first cycle from the given one on in which there is something to see, if nothing comes in. */
    abstract long next(long now);

    /** Whether an input waits until no event is left. */
    abstract boolean isPatient(int address);

    /** Takes an input; gives the cycle in which it is acknowledged. */
    abstract long take(long now, int address);

    /** Works on the first event of the queue; gives the cycle in which the controller decides again. */
    abstract long work(long now);

    /** The potential of a leaky integrate-and-fire neuron, in steps of its weights. */
    public abstract int potential(int neuron);

    /** A word of the synapse memory: 4 bits of each of 8 neurons, the first in the lowest bits. */
    public abstract int synapses(int row, int eighth);

    /** Synaptic operations of the last run: neurons that a weight was added to, 0 included. */
    public long synapticOperations() {
        return synapticOperations;
    }

    /** Neurons of the last run that leaked, each as often as it did. */
    public long leakUpdates() {
        return leakUpdates;
    }

    /** Input events that the last run took, the first ones of its list. */
    public int taken() {
        return taken;
    }

    /** The longest time in cycles by which a request of the last run rose later than its input was given for. */
    public long longestWait() {
        return longestWait;
    }

    /** The longest time in cycles from an input of the last run, as given, to the request of an output that it set off. */
    public long longestLatency() {
        return longestLatency;
    }

    /** Hands over an output event. */
    final void send(long cycle, int address) {
        outputs.add(cycle, address);
        longestLatency = Math.max(longestLatency, cycle - origin);
        free = cycle + handshake;
    }

    static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "found " + name + " " + value + ", expected a number from " + least + " to " + most);
        }
    }
}
