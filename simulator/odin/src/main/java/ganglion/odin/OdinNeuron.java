package ganglion.odin;

/**
 * The two neuron models of ODIN as they compute on a word of the neuron memory: {@code lif_neuron.v} with its blocks here, and the
 * phenomenological Izhikevich neuron in {@link OdinIzhikevich}; revision 17819318 of the hardware description. A word has 128 bits, here
 * the upper and the lower 64; bit 0 selects the leaky integrate-and-fire neuron. The state of both is in the upper half.
 */
final class OdinNeuron {

    /** Kinds of events that a neuron gets. */
    static final int EXCITATORY = 0;

    static final int INHIBITORY = 1;

    static final int TIME_REFERENCE = 2;

    /** In an outcome: the neuron spiked, weights to it may grow, weights to it may shrink. */
    static final int SPIKE = 1 << 6;

    static final int UP = 1 << 7;

    static final int DOWN = 1 << 8;

    /** The lowest bit of what adds up weights, in both models: membrane or input accumulator. */
    static final int SUM_AT = 6;

    /** From {@link #sum}: the event may do more. */
    static final int MORE = Integer.MIN_VALUE;

    private static final int MEMBRANE_BITS = 8;

    private static final int ACCUMULATOR_BITS = 11;

    /** State of the leaky integrate-and-fire neuron: bits 70 to 85 of the word. */
    private static final long STATE = 0xFFFFL << 6;

    private final OdinIzhikevich izhikevich = new OdinIzhikevich();

    private int outcome;

    static int field(long word, int from, int width) {
        return (int) (word >>> from) & (1 << width) - 1;
    }

    static boolean bit(long word, int at) {
        return (word >>> at & 1) != 0;
    }

    /**
     * What the last event led to: {@link #SPIKE} with the number of further spikes of its burst in bits 3 to 5 and their interval in bits 0
     * to 2, and {@link #UP} or {@link #DOWN}. Without a spike the lower 6 bits are without meaning.
     */
    int outcome() {
        return outcome;
    }

    /**
     * The upper half of a neuron's word after an event.
     *
     * @param high bits 127 to 64 of its word
     * @param low bits 63 to 0
     * @param kind one of the kinds of events
     * @param weight 0 to 7; without meaning at a time reference
     * @param burstEnd that the event is the last spike of the neuron's own burst
     */
    long after(long high, long low, int kind, int weight, boolean burstEnd) {
        if (!bit(low, 0)) {
            long next = izhikevich.after(high, low, kind, weight, burstEnd);
            outcome = izhikevich.outcome();
            return next;
        }
        int core = field(high, 6, 8);
        if (kind == EXCITATORY) {
            core = Math.min(core + weight, 255);
        } else if (kind == INHIBITORY) {
            core = Math.max(core - weight, 0);
        } else if (bit(low, 8)) {
            core = Math.max(core - field(low, 1, 7), 0);
        }
        boolean spike = core >= field(low, 9, 8);
        if (spike) {
            core = 0;
        }
        int calcium = field(high, 14, 8);
        outcome = spike ? SPIKE : 0;
        if (bit(low, 17)) {
            calcium = calcium(calcium, kind == TIME_REFERENCE ? field(low, 35, 5) : 0, spike ? 1 : 0);
            boolean above = core >= field(low, 18, 8);
            outcome |= flags(above, calcium & 7, field(low, 26, 3), field(low, 29, 3), field(low, 32, 3));
        }
        return high & ~STATE | (long) calcium << 14 | (long) core << 6;
    }

    /**
     * By how much a synaptic event changes what adds up weights, or {@link #MORE}. For a neuron whose last event was synaptic, made no spike
     * and changed nothing but this sum, {@link #after} does no more either: most events neither reach a threshold nor make the accumulator
     * overflow.
     *
     * @param added the weight with its sign
     */
    static int sum(long high, long low, int added) {
        if (bit(low, 0)) {
            int core = field(high, SUM_AT, MEMBRANE_BITS);
            int next = Math.min(Math.max(core + added, 0), 255);
            int theta = bit(low, 17) ? field(low, 18, 8) : 0;
            return next >= field(low, 9, 8) || next >= theta != core >= theta ? MORE : next - core;
        }
        int before = field(high, SUM_AT, ACCUMULATOR_BITS);
        int next = before + added & 0x7FF;
        return ((before ^ next) >>> 3 + field(low, 9, 3) & 1) != 0 ? MORE : next - before;
    }

    /** The bits of what adds up weights. */
    static long sumMask(long low) {
        return (1L << (bit(low, 0) ? MEMBRANE_BITS : ACCUMULATOR_BITS)) - 1 << SUM_AT;
    }

    /**
     * Calcium after an event: it leaks by 1 each period of time references, and grows with spikes.
     *
     * @param before calcium in 3 bits, and above it in 5 bits the count to its leak
     * @param period of its leak; 0 if it does not leak at this event
     * @param spikes for how many the event counts
     */
    static int calcium(int before, int period, int spikes) {
        int count = before >>> 3;
        boolean leaks = period != 0 && count == period - 1;
        int calcium = before & 7;
        if (leaks != spikes > 0) {
            calcium = leaks ? Math.max(calcium - 1, 0) : Math.min(calcium + spikes, 7);
        }
        return (period == 0 ? count : leaks ? 0 : count + 1 & 31) << 3 | calcium;
    }

    /** Whether weights may grow or shrink, from where the membrane is to its threshold and the calcium to its three. */
    static int flags(boolean above, int calcium, int theta1, int theta2, int theta3) {
        if (calcium < theta1 || calcium >= (above ? theta3 : theta2)) {
            return 0;
        }
        return above ? UP : DOWN;
    }
}
