package ganglion.odin;

import static ganglion.odin.OdinNeuron.bit;
import static ganglion.odin.OdinNeuron.field;

/**
 * ODIN's phenomenological Izhikevich neuron: an input accumulator that overflows, counters of stimulation, a membrane of 4 bits with sign,
 * a threshold that moves, calcium, and locks for the 20 behaviours. Source: {@code izh_neuron.v} and the five blocks below it, with the
 * layout of the word in {@code neuron_core.v}, revision 17819318; no document has it. Names follow the hardware description, fields wrap
 * where it wraps. An event is worked through block by block; the fields here are the wires between blocks.
 */
final class OdinIzhikevich {

    /** State: bits 70 to 124 of the word. */
    private static final long STATE = (1L << 55) - 1 << 6;

    /** How the membrane of a resonator moves: at its peak or its trough, or through zero. */
    private static final int POSITIVE = 0;

    private static final int NEGATIVE = 1;

    private static final int ZERO_TO_POSITIVE = 2;

    private static final int ZERO_TO_NEGATIVE = 3;

    private long high;

    private long low;

    /** The state after the event, as it is put together. */
    private long state;

    private boolean reference;

    private boolean overflowLeak;

    private boolean overflowInhibitory;

    private boolean overflowExcitatory;

    private int stimulation;

    private boolean wasExcited;

    private boolean isExcited;

    private boolean loneExcitatory;

    private boolean loneInhibitory;

    private int core;

    private int sign;

    private int delay;

    private int threshold;

    private int coreNext;

    private int signNext;

    private boolean spike;

    private int burst;

    private int outcome;

    int outcome() {
        return outcome;
    }

    /** As {@link OdinNeuron#after}, for a word whose bit 0 is not set. */
    long after(long highWord, long lowWord, int kind, int weight, boolean burstEnd) {
        high = highWord;
        low = lowWord;
        state = 0;
        reference = kind == OdinNeuron.TIME_REFERENCE;
        core = field(high, 18, 4);
        delay = field(high, 22, 3);
        sign = field(high, 42, 2);
        threshold = field(low, 19, 3) + field(high, 44, 4) & 15;
        accumulate(kind, weight);
        stimulate();
        coreNext = membrane() & 15;
        signNext = nextSign();
        spike = spikes();
        burst = bit(high, 34) ? 0 : field(low, 12, 3) << 3 | field(low, 15, 3);
        lock(burstEnd);
        count();
        adaptThreshold();
        boolean resonates = bit(low, 40);
        int reset = field(low, 22, 3);
        int coreAfter = !spike ? coreNext : resonates || bit(low, 29) ? reset : -reset & 15;
        put(coreAfter, 18);
        put(spike && resonates ? NEGATIVE : signNext, 42);
        outcome = burst | (spike ? OdinNeuron.SPIKE : 0) | calcium(coreAfter);
        return high & ~STATE | state;
    }

    private void put(int value, int at) {
        state |= (long) value << at;
    }

    private void put(boolean value, int at) {
        state |= value ? 1L << at : 0;
    }

    /** Input accumulator: it overflows when the bit that the fan-in selects toggles. */
    private void accumulate(int kind, int weight) {
        int before = field(high, 6, 11);
        int leak = bit(low, 8) ? field(low, 1, 7) : 0;
        int after = before + (reference ? -leak : kind == OdinNeuron.INHIBITORY ? -weight : weight) & 0x7FF;
        boolean overflow = ((before ^ after) >>> 3 + field(low, 9, 3) & 1) != 0;
        overflowLeak = overflow && reference;
        overflowInhibitory = overflow && kind == OdinNeuron.INHIBITORY;
        overflowExcitatory = overflow && kind == OdinNeuron.EXCITATORY;
        put(after, 6);
    }

    /** Strength of the stimulation in this interval between time references (7 to -7) and in the last one, and what follows from both. */
    private void stimulate() {
        int before = field(high, 25, 4);
        stimulation = field(high, 29, 4);
        int least = field(low, 30, 3);
        int recent = field(high, 36, 2);
        int strong = field(high, 38, 2);
        wasExcited = before < 8 && before >= least;
        isExcited = stimulation < 8 && stimulation >= least;
        boolean alone = reference && stimulation == 0 && (recent & 2) == 0;
        loneExcitatory = alone && (strong & 1) != 0;
        loneInhibitory = alone && (strong & 2) != 0;
        int next = stimulation;
        if (reference) {
            before = stimulation;
            next = 0;
            recent = recent << 1 & 2 | (stimulation == 0 ? 0 : 1);
            strong = (stimulation >= 8 && 16 - stimulation >= least ? 2 : 0) | (isExcited ? 1 : 0);
        } else if (overflowExcitatory && stimulation != 7) {
            next = stimulation + 1 & 15;
        } else if (overflowInhibitory && stimulation != 9) {
            next = stimulation - 1 & 15;
        }
        put(before, 25);
        put(next, 29);
        put(recent, 36);
        put(strong, 38);
    }

    /** The membrane before a spike resets it; the lower 4 bits count. */
    private int membrane() {
        if (bit(low, 28) && delay != 0 || bit(high, 33) && core == 0) {
            return core;
        }
        boolean resonates = bit(low, 40);
        boolean refractory = bit(high, 17);
        if (reference) {
            if (resonates) {
                return sign == ZERO_TO_NEGATIVE ? core - 1 : core;
            }
            if (refractory) {
                return bit(high, 60) ? core : core + 1;
            }
            if (bit(low, 47)) {
                return bit(high, 35) ? core : core - stimulation;
            }
            if (bit(low, 29) && delay == 1) {
                return 0;
            }
            return !overflowLeak || core == 0 ? core : core >= 8 ? core + 1 : core - 1;
        }
        if (!overflowInhibitory && !overflowExcitatory || refractory && !resonates) {
            return core;
        }
        if (resonates) {
            boolean negative = sign == ZERO_TO_NEGATIVE || sign == NEGATIVE;
            return negative == overflowInhibitory ? core == 7 ? core : core + 1 : core == 0 ? core : core - 1;
        }
        if (overflowInhibitory) {
            return core == (bit(low, 36) ? 8 : 0) ? core : core - 1;
        }
        boolean blocked = bit(low, 35) && !wasExcited && !isExcited;
        return blocked || core == 7 ? core : core + 1;
    }

    private int nextSign() {
        if (!bit(low, 40)) {
            return POSITIVE;
        }
        if (!reference) {
            return sign;
        }
        if (core == 0) {
            return POSITIVE;
        }
        switch (sign) {
            case POSITIVE:
                return ZERO_TO_NEGATIVE;
            case NEGATIVE:
                return ZERO_TO_POSITIVE;
            case ZERO_TO_POSITIVE:
                return POSITIVE;
            default:
                return coreNext == 0 ? POSITIVE : NEGATIVE;
        }
    }

    private boolean spikes() {
        boolean reached = coreNext == threshold;
        if (bit(low, 18)) {
            return overflowExcitatory && delay == field(high, 3, 3);
        }
        if (bit(low, 28)) {
            return reference && delay == 1;
        }
        if (bit(low, 37)) {
            return loneInhibitory || reached;
        }
        if (bit(low, 39)) {
            return reached || (bit(high, 40) ? coreNext == 0 : loneExcitatory);
        }
        if (bit(high, 41)) {
            return coreNext == 0;
        }
        return reached && (!bit(low, 40) || signNext == POSITIVE);
    }

    /** Locks of the behaviours, the refractory state and that of a burst. */
    private void lock(boolean burstEnd) {
        boolean refractory = bit(high, 17);
        boolean spiked = bit(high, 35);
        boolean phasic = bit(high, 33);
        boolean mixed = bit(high, 34);
        boolean sets = spike ? isExcited || wasExcited : reference && spiked && (core == 0 || refractory) && isExcited;
        if (sets) {
            phasic = bit(low, 33);
            mixed = bit(low, 34);
        } else if (!wasExcited) {
            phasic = false;
            mixed = false;
        }
        put(phasic, 33);
        put(mixed, 34);
        put(!reference && (spike || spiked), 35);
        put(bit(high, 40) ^ (bit(low, 39) && loneExcitatory), 40);
        boolean inhibited = bit(high, 41);
        if (bit(low, 38) && !refractory && (-core & 15) == threshold) {
            inhibited = true;
        } else if (reference && stimulation == 0) {
            inhibited = false;
        }
        put(inhibited, 41);
        boolean enters = !bit(low, 29) && field(low, 22, 3) != 0 && !bit(low, 40);
        put(spike || inhibited ? enters : refractory && coreNext != 0, 17);
        put(spike && burst >>> 3 != 0 || bit(high, 60) && !burstEnd, 60);
    }

    /** The counter of latency, of depolarisation after a spike, or of a sharp resonator. */
    private void count() {
        int next = delay;
        if (bit(low, 18)) {
            if (reference) {
                next = Math.min(delay + 1, 7);
            } else if (overflowExcitatory) {
                next = 0;
            }
        } else if (bit(low, 29) && spike || bit(low, 28) && coreNext == threshold && core != threshold) {
            next = field(low, 25, 3);
        } else if (reference) {
            next = Math.max(delay - 1, 0);
        }
        put(next, 22);
    }

    /** By how much a spike counts for threshold and calcium where bursts count whole: 1 to 7. */
    private int amount() {
        return Math.min((burst >>> 3) + 1, 7);
    }

    private void adaptThreshold() {
        int change = field(high, 44, 4);
        int leakCount = field(high, 48, 4);
        int period = field(low, 43, 4);
        boolean adapts = bit(low, 41);
        boolean leaks = false;
        if (adapts && period != 0 && reference) {
            leaks = leakCount == period - 1;
            leakCount = leaks ? 0 : leakCount + 1 & 15;
        }
        int base = field(low, 19, 3);
        boolean afterSpike = bit(low, 42);
        if (bit(low, 47)) {
            if (reference) {
                boolean beyond = (stimulation + base & 8) != 0;
                change = !beyond ? stimulation : (stimulation < 8 ? 7 : 1) - base;
            }
        } else if (adapts && (afterSpike ? spike : overflowExcitatory)) {
            if (bit(high, 2)) {
                change = (7 - threshold & 15) < amount() ? 7 : change + amount();
            } else if (threshold != 7) {
                change++;
            }
        } else if (adapts && !afterSpike && overflowInhibitory) {
            change -= threshold == 1 ? 0 : 1;
        } else if (leaks && change != 0) {
            change += change >= 8 ? 1 : -1;
        }
        put(change & 15, 44);
        put(leakCount, 48);
    }

    /** Counts the calcium, and tells which way weights may go. */
    private int calcium(int coreAfter) {
        int calcium = field(high, 52, 3);
        int leakCount = field(high, 55, 5);
        int period = field(low, 61, 3) | field(high, 0, 2) << 3;
        boolean learns = bit(low, 48);
        boolean leaks = false;
        if (learns && period != 0 && reference) {
            leaks = leakCount == period - 1;
            leakCount = leaks ? 0 : leakCount + 1 & 31;
        }
        if (learns && spike != leaks) {
            calcium = leaks ? Math.max(calcium - 1, 0) : Math.min(calcium + (bit(high, 2) ? amount() : 1), 7);
        }
        put(calcium, 52);
        put(leakCount, 55);
        if (!learns || coreAfter >= 8) {
            return 0;
        }
        return OdinNeuron.flags(
                coreAfter >= field(low, 49, 3), calcium, field(low, 52, 3), field(low, 55, 3), field(low, 58, 3));
    }
}
