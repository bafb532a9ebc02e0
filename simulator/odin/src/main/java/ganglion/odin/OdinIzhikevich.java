package ganglion.odin;

import static ganglion.odin.OdinNeuron.field;

/**
 * ODIN's phenomenological Izhikevich neuron: an input accumulator that overflows, counters of stimulation, a membrane of 4 bits with sign,
 * a threshold that moves, calcium, and locks for the 20 behaviours. Source: {@code izh_neuron.v} and the five blocks below it, with the
 * layout of the word in {@code neuron_core.v}, revision 17819318; the documentation leaves it out. Fields wrap where the hardware wraps. An
 * event is worked through block by block; the fields here are the wires between blocks.
 *
 * <p>Parameters, bits from 0: 1-7 leak of the accumulator, 8 it leaks, 9-11 fan-in (the accumulator overflows at 8 to 1024), 12-14 further
 * spikes of a burst, 15-17 their interval, 18 sharp resonator, 19-21 threshold, 22-24 refractory depth, 25-27 delay of a late spike or of
 * the depolarisation after one, 28 spikes are late, 29 depolarises after a spike, 30-32 least strength of a stimulation, 33 phasic, 34
 * mixed mode, 35 class 2 excitable, 36 membrane goes below 0, 37 rebounds, 38 induced by inhibition, 39 bistable, 40 resonator, 41 threshold
 * varies, 42 it does so after spikes and not after inputs, 43-46 period of its leak, 47 accommodates, 48 learns, 49-51 membrane threshold of
 * learning, 52-60 three calcium thresholds, 61-65 period of calcium's leak, 66 bursts count whole, 67-69 when a sharp resonator fires.
 *
 * <p>State: 70-80 accumulator, 81 refractory, 82-85 membrane, 86-88 delay, 89-92 stimulation of the last interval between time references,
 * 93-96 of this one, 97 phasic lock, 98 mixed lock, 99 spiked in this interval, 100-101 intervals with stimulation, 102-103 whether it was
 * strong and excitatory or inhibitory, 104 bistability lock, 105 lock of inhibition, 106-107 phase of a resonator, 108-111 change of the
 * threshold, 112-115 count to its leak, 116-118 calcium, 119-123 count to its leak, 124 burst lock. Bit 127 silences the neuron.
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
        core = bits(82, 4);
        delay = bits(86, 3);
        sign = bits(106, 2);
        threshold = bits(19, 3) + bits(108, 4) & 15;
        accumulate(kind, weight);
        stimulate();
        coreNext = membrane() & 15;
        signNext = nextSign();
        spike = spikes();
        burst = has(98) ? 0 : bits(12, 3) << 3 | bits(15, 3);
        lock(burstEnd);
        count();
        adaptThreshold();
        boolean resonates = has(40);
        int reset = bits(22, 3);
        int coreAfter = !spike ? coreNext : resonates || has(29) ? reset : -reset & 15;
        put(coreAfter, 82);
        put(spike && resonates ? NEGATIVE : signNext, 106);
        outcome = burst | (spike ? OdinNeuron.SPIKE : 0) | calcium(coreAfter);
        return high & ~STATE | state;
    }

    /** A bit of the word before the event. */
    private boolean has(int at) {
        return bits(at, 1) != 0;
    }

    /** Bits of the word before the event, all in one half. */
    private int bits(int from, int width) {
        return field(from < 64 ? low : high, from & 63, width);
    }

    private void put(int value, int at) {
        state |= (long) value << at - 64;
    }

    private void put(boolean value, int at) {
        put(value ? 1 : 0, at);
    }

    /** Input accumulator: it overflows when the bit that the fan-in selects toggles. */
    private void accumulate(int kind, int weight) {
        int before = bits(70, 11);
        int leak = has(8) ? bits(1, 7) : 0;
        int after = before + (reference ? -leak : kind == OdinNeuron.INHIBITORY ? -weight : weight) & 0x7FF;
        boolean overflow = ((before ^ after) >>> 3 + bits(9, 3) & 1) != 0;
        overflowLeak = overflow && reference;
        overflowInhibitory = overflow && kind == OdinNeuron.INHIBITORY;
        overflowExcitatory = overflow && kind == OdinNeuron.EXCITATORY;
        put(after, 70);
    }

    /** Strength of the stimulation in this interval between time references (7 to -7) and in the last one, and what follows from both. */
    private void stimulate() {
        int before = bits(89, 4);
        stimulation = bits(93, 4);
        int least = bits(30, 3);
        int recent = bits(100, 2);
        int strong = bits(102, 2);
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
        put(before, 89);
        put(next, 93);
        put(recent, 100);
        put(strong, 102);
    }

    /** The membrane before a spike resets it; the lower 4 bits count. */
    private int membrane() {
        if (has(28) && delay != 0 || has(97) && core == 0) {
            return core;
        }
        boolean resonates = has(40);
        boolean refractory = has(81);
        if (reference) {
            if (resonates) {
                return sign == ZERO_TO_NEGATIVE ? core - 1 : core;
            }
            if (refractory) {
                return has(124) ? core : core + 1;
            }
            if (has(47)) {
                return has(99) ? core : core - stimulation;
            }
            if (has(29) && delay == 1) {
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
            return core == (has(36) ? 8 : 0) ? core : core - 1;
        }
        boolean blocked = has(35) && !wasExcited && !isExcited;
        return blocked || core == 7 ? core : core + 1;
    }

    private int nextSign() {
        if (!has(40)) {
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
        if (has(18)) {
            return overflowExcitatory && delay == bits(67, 3);
        }
        if (has(28)) {
            return reference && delay == 1;
        }
        if (has(37)) {
            return loneInhibitory || reached;
        }
        if (has(39)) {
            return reached || (has(104) ? coreNext == 0 : loneExcitatory);
        }
        if (has(105)) {
            return coreNext == 0;
        }
        return reached && (!has(40) || signNext == POSITIVE);
    }

    /** Locks of the behaviours, the refractory state and that of a burst. */
    private void lock(boolean burstEnd) {
        boolean refractory = has(81);
        boolean spiked = has(99);
        boolean phasic = has(97);
        boolean mixed = has(98);
        boolean sets = spike ? isExcited || wasExcited : reference && spiked && (core == 0 || refractory) && isExcited;
        if (sets) {
            phasic = has(33);
            mixed = has(34);
        } else if (!wasExcited) {
            phasic = false;
            mixed = false;
        }
        put(phasic, 97);
        put(mixed, 98);
        put(!reference && (spike || spiked), 99);
        put(has(104) ^ (has(39) && loneExcitatory), 104);
        boolean inhibited = has(105);
        if (has(38) && !refractory && (-core & 15) == threshold) {
            inhibited = true;
        } else if (reference && stimulation == 0) {
            inhibited = false;
        }
        put(inhibited, 105);
        boolean enters = !has(29) && bits(22, 3) != 0 && !has(40);
        put(spike || inhibited ? enters : refractory && coreNext != 0, 81);
        put(spike && burst >>> 3 != 0 || has(124) && !burstEnd, 124);
    }

    /** The counter of latency, of depolarisation after a spike, or of a sharp resonator. */
    private void count() {
        int next = delay;
        if (has(18)) {
            if (reference) {
                next = Math.min(delay + 1, 7);
            } else if (overflowExcitatory) {
                next = 0;
            }
        } else if (has(29) && spike || has(28) && coreNext == threshold && core != threshold) {
            next = bits(25, 3);
        } else if (reference) {
            next = Math.max(delay - 1, 0);
        }
        put(next, 86);
    }

    /** By how much a spike counts for threshold and calcium where bursts count whole: 1 to 7. */
    private int amount() {
        return Math.min((burst >>> 3) + 1, 7);
    }

    private void adaptThreshold() {
        int change = bits(108, 4);
        int leakCount = bits(112, 4);
        int period = bits(43, 4);
        boolean adapts = has(41);
        boolean leaks = false;
        if (adapts && period != 0 && reference) {
            leaks = leakCount == period - 1;
            leakCount = leaks ? 0 : leakCount + 1 & 15;
        }
        int base = bits(19, 3);
        boolean afterSpike = has(42);
        if (has(47)) {
            if (reference) {
                boolean beyond = (stimulation + base & 8) != 0;
                change = !beyond ? stimulation : (stimulation < 8 ? 7 : 1) - base;
            }
        } else if (adapts && (afterSpike ? spike : overflowExcitatory)) {
            if (has(66)) {
                change = (7 - threshold & 15) < amount() ? 7 : change + amount();
            } else if (threshold != 7) {
                change++;
            }
        } else if (adapts && !afterSpike && overflowInhibitory) {
            change -= threshold == 1 ? 0 : 1;
        } else if (leaks && change != 0) {
            change += change >= 8 ? 1 : -1;
        }
        put(change & 15, 108);
        put(leakCount, 112);
    }

    /** Counts the calcium, and tells which way weights may go. */
    private int calcium(int coreAfter) {
        int calcium = bits(116, 8);
        boolean learns = has(48);
        if (learns) {
            int period = bits(61, 3) | bits(64, 2) << 3;
            int spikes = !spike ? 0 : has(66) ? amount() : 1;
            calcium = OdinNeuron.calcium(calcium, reference ? period : 0, spikes);
        }
        put(calcium, 116);
        if (!learns || coreAfter >= 8) {
            return 0;
        }
        return OdinNeuron.flags(coreAfter >= bits(49, 3), calcium & 7, bits(52, 3), bits(55, 3), bits(58, 3));
    }
}
