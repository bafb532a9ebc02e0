package ganglion.odin;

import java.util.Arrays;

/**
 * The chip ODIN: 256 neurons, 65,536 synapses that learn, one event after another. Sources: C. Frenkel, M. Lefebvre, J.-D. Legat, D. Bol,
 * IEEE Trans. Biomed. Circuits Syst. 13(1), 145-158 (2019), doi 10.1109/TBCAS.2018.2880425, and the hardware description
 * (github.com/ChFrenkel/ODIN, revision 17819318), which decides where they differ: a bistability event takes 64 cycles a neuron and not
 * 128, acts on the synapses <i>from</i> it, and an event of a single synapse respects its mapping bit.
 *
 * <p>Learning is by spike-dependent synaptic plasticity: an event's row of weights steps up or down by 1 as two flags of each target
 * neuron say, which hold since that neuron's last event. Nothing is drawn at random. Memories and flags are 0 at first; on the chip they
 * are undefined until they are written. The monitoring mode and the SPI are not part of the model.
 */
public final class Odin extends CrossbarChip {

    /** Potentials of leaky integrate-and-fire neurons have 8 bits, without a sign. */
    public static final int HIGHEST_POTENTIAL = 255;

    /** Leaks have 7 bits. */
    public static final int HIGHEST_LEAK = 127;

    /** Weights have 3 bits; the sign is that of their row. */
    public static final int HIGHEST_WEIGHT = 7;

    /** In the upper half of a neuron's word: it does not fire. */
    public static final long DISABLED = 1L << 63;

    private static final int WORDS_PER_ROW = 32;

    private static final int ALL = 0x11111111;

    /** Bits of a byte, each at the lowest bit of a nibble. */
    private static final int[] SPREAD = new int[256];

    static {
        Arrays.setAll(SPREAD, Odin::spread);
    }

    private static final int BYTE = 0xFF;

    private static final int SYNAPSE_EVENT = 1 << 16;

    private static final int SPIKE = 0x07;

    private static final int TIME_REFERENCE = 0x7F;

    private static final int BISTABILITY = 0;

    /** In time reference and bistability events: of the neuron in bits 8 to 15 alone. */
    private static final int SINGLE = 1 << 7;

    /**
     * The registers of the chip, without those of its monitoring mode, and its receiver.
     *
     * @param openLoop spikes of neurons leave the chip, but do not enter the scheduler: SPI_OPEN_LOOP
     * @param burstPeriod cycles less 1 after which the scheduler turns to its next queue of bursts, 0 to 1,048,575; with 0 a burst is its
     *     first spike alone: SPI_BURST_TIMEREF
     * @param outputWhenProcessed events leave the chip when they are worked on, inputs too, instead of when a neuron fires:
     *     SPI_AER_SRC_CTRL_nNEUR
     * @param monitoredNeuron at which an event that is worked on leaves, 0 to 255: SPI_MONITOR_NEUR_ADDR
     * @param learnsUnmapped synapses without mapping bit learn too: SPI_UPDATE_UNMAPPED_SYN
     * @param sendsUnmapped synapses without mapping bit pass on their weight: SPI_PROPAGATE_UNMAPPED_SYN
     * @param learnsBySynapse events of a single synapse let it learn: SPI_SDSP_ON_SYN_STIM
     * @param acknowledgeCycles by which the receiver of output events is later than a register would be, at its rise and at its fall; at
     *     least 0
     */
    public record Settings(
            boolean openLoop,
            int burstPeriod,
            boolean outputWhenProcessed,
            int monitoredNeuron,
            boolean learnsUnmapped,
            boolean sendsUnmapped,
            boolean learnsBySynapse,
            int acknowledgeCycles) {

        /** @throws IllegalArgumentException if a number is out of range */
        public Settings {
            requireRange("burstPeriod", burstPeriod, 0, (1 << 20) - 1);
            requireRange("monitoredNeuron", monitoredNeuron, 0, NEURONS - 1);
            requireRange("acknowledgeCycles", acknowledgeCycles, 0, Integer.MAX_VALUE / 4);
        }
    }

    private final Settings settings;

    private final OdinScheduler scheduler;

    private final OdinNeuron neuron = new OdinNeuron();

    private final long[] high = new long[NEURONS];

    private final long[] low = new long[NEURONS];

    /** Words of 8 synapses, each a weight in 3 bits and above it the mapping bit; word 32 x source + target / 8. */
    private final int[] synapses = new int[NEURONS * WORDS_PER_ROW];

    private final boolean[] inhibitory = new boolean[NEURONS];

    /** Flags of 8 neurons each: weights may grow, weights may shrink, the last event was one that {@link OdinNeuron#sum} speaks of. */
    private final int[] up = new int[WORDS_PER_ROW];

    private final int[] down = new int[WORDS_PER_ROW];

    private final int[] steady = new int[WORDS_PER_ROW];

    /** What the synapse memory shows: the word that was read last. */
    private int shown;

    /** A chip after its reset, with zeros in both memories. */
    public Odin(Settings settings) {
        super(settings.acknowledgeCycles());
        this.settings = settings;
        scheduler = new OdinScheduler(settings.openLoop() ? 0 : settings.burstPeriod());
    }

    /** The address of a spike that comes from outside on the row of a neuron, 0 to 255. */
    public static int spike(int row) {
        return selected(row) | SPIKE;
    }

    /** The address of the event at which all neurons leak and take note of time. */
    public static int leakAll() {
        return TIME_REFERENCE;
    }

    /** The address of an event at which the weights of a row, 0 to 255, move away from their middle. */
    public static int bistability(int row) {
        return selected(row) | SINGLE | BISTABILITY;
    }

    /**
     * The address of an event that adds a weight to one neuron.
     *
     * @param index 0 to 255
     * @param weight -7 to 7; the chip takes 0 for a {@link #spike} of the neuron
     */
    public static int virtual(int index, int weight) {
        requireRange("weight without sign", Math.abs(weight), 0, HIGHEST_WEIGHT);
        return selected(index) | Math.abs(weight) << 5 | (weight < 0 ? 1 << 4 : 0) | 1;
    }

    private static int selected(int index) {
        requireRange("neuron", index, 0, NEURONS - 1);
        return index << 8;
    }

    private static int spread(int bits) {
        int spread = 0;
        for (int i = 0; i < 8; i++) {
            spread |= (bits >>> i & 1) << 4 * i;
        }
        return spread;
    }

    /**
     * Bits 63 to 0 of the word of a leaky integrate-and-fire neuron whose synapses do not learn; bits 127 to 64 are those of
     * {@link #lifState}.
     *
     * @param leak what a time reference event takes off its potential, 0 to 127
     * @param threshold 0 to 255
     */
    public static long lif(int leak, int threshold) {
        requireRange("leak", leak, 0, HIGHEST_LEAK);
        requireRange("threshold", threshold, 0, HIGHEST_POTENTIAL);
        return 1 | leak << 1 | (leak > 0 ? 1 << 8 : 0) | threshold << 9;
    }

    /** Bits 127 to 64 of the word of a leaky integrate-and-fire neuron at a potential, 0 to 255. */
    public static long lifState(int potential) {
        requireRange("potential", potential, 0, HIGHEST_POTENTIAL);
        return (long) potential << OdinNeuron.SUM_AT;
    }

    /**
     * Writes a neuron's word: parameters and state.
     *
     * @param highBits bits 127 to 64
     * @param lowBits bits 63 to 0
     */
    public void setNeuron(int index, long highBits, long lowBits) {
        high[index] = highBits;
        low[index] = lowBits;
        steady[index >>> 3] &= ~(1 << (index & 7));
    }

    /** Bits 127 to 64 of a neuron's word. */
    public long neuronHigh(int index) {
        return high[index];
    }

    /** Bits 63 to 0 of a neuron's word. */
    public long neuronLow(int index) {
        return low[index];
    }

    /**
     * Writes a synapse.
     *
     * @param weight 0 to 7
     * @param mapped the mapping bit
     */
    public void setSynapse(int source, int target, int weight, boolean mapped) {
        requireRange("weight", weight, 0, HIGHEST_WEIGHT);
        int shift = 4 * (target & 7);
        int word = source << 5 | target >>> 3;
        synapses[word] = synapses[word] & ~(15 << shift) | (weight | (mapped ? 8 : 0)) << shift;
    }

    /** A synapse: its weight in bits 0 to 2, and in bit 3 whether it is mapped. */
    public int synapse(int source, int target) {
        return synapses[source << 5 | target >>> 3] >>> 4 * (target & 7) & 15;
    }

    /** Makes all synapses from a neuron inhibitory, or excitatory. */
    public void setInhibitory(int source, boolean isInhibitory) {
        inhibitory[source] = isInhibitory;
    }

    /** Whether weights to a neuron step up at the next event of their source. */
    public boolean potentiates(int index) {
        return (up[index >>> 3] >>> (index & 7) & 1) != 0;
    }

    /** Whether weights to a neuron step down at the next event of their source. */
    public boolean depresses(int index) {
        return (down[index >>> 3] >>> (index & 7) & 1) != 0;
    }

    @Override
    public int potential(int neuron) {
        return OdinNeuron.field(high[neuron], OdinNeuron.SUM_AT, 8);
    }

    @Override
    public int synapses(int row, int eighth) {
        return synapses[row << 5 | eighth];
    }

    @Override
    public int queued() {
        return scheduler.queued();
    }

    /**
     * Spikes of bursts in the last run that a queue counted and did not store, which the chip does from the fifth one on. What it works on in
     * their place is undefined in the language of the hardware description; here it is an older entry of the queue, as in Verilator.
     */
    public long undefinedSpikes() {
        return scheduler.undefined();
    }

    @Override
    void reset() {
        scheduler.reset(lost);
    }

    @Override
    boolean isIdle(long now) {
        return scheduler.isEmpty(now);
    }

    @Override
    boolean isFull() {
        return scheduler.isFull();
    }

    @Override
    long next(long now) {
        return scheduler.next(now);
    }

    @Override
    boolean isPatient(int address) {
        return (address & (SYNAPSE_EVENT | TIME_REFERENCE)) == BISTABILITY;
    }

    @Override
    long take(long now, int address) {
        requireRange("address", address, 0, 2 * SYNAPSE_EVENT - 1);
        long start = now + 1;
        int selected = address >>> 8 & BYTE;
        int first = (address & SINGLE) != 0 ? selected : 0;
        int last = (address & SINGLE) != 0 ? selected : NEURONS - 1;
        if ((address & SYNAPSE_EVENT) != 0) {
            stimulate(selected, address & BYTE, start);
            return start + 2;
        }
        if ((address & TIME_REFERENCE) == TIME_REFERENCE) {
            long write = start;
            for (int i = first; i <= last; i++) {
                write = Math.max(write, free) + 1;
                update(i, i, OdinNeuron.TIME_REFERENCE, 0, false, write, false);
                write++;
            }
            leakUpdates += last + 1 - first;
            return write;
        }
        if ((address & TIME_REFERENCE) == BISTABILITY) {
            for (int word = first << 5; word < last + 1 << 5; word++) {
                shown = synapses[word];
                int grows = shown >>> 2 & ALL;
                synapses[word] = step(shown, grows, ~grows & ALL);
            }
            return start + (last + 1 - first) * 2L * WORDS_PER_ROW;
        }
        scheduler.push((address >>> 3 & 0x1F) << 8 | selected, origin);
        return start + 1;
    }

    @Override
    long work(long now) {
        return (scheduler.front(now) & 0x1F00) != 0 ? virtual(now + 1) : row(now + 1);
    }

    private void stimulate(int source, int target, long start) {
        int word = source << 5 | target >>> 3;
        int group = target >>> 3;
        shown = synapses[word];
        if (settings.learnsBySynapse()) {
            int only = 1 << 4 * (target & 7);
            synapses[word] = step(shown, SPREAD[up[group]] & only, SPREAD[down[group]] & only);
        }
        synapticOperations++;
        update(
                target,
                target,
                inhibitory[source] ? OdinNeuron.INHIBITORY : OdinNeuron.EXCITATORY,
                weight(shown, target),
                false,
                start + 1,
                false);
    }

    /** The weight that a word passes on to one of its neurons. */
    private int weight(int word, int target) {
        int synapse = word >>> 4 * (target & 7);
        return settings.sendsUnmapped() || (synapse & 8) != 0 ? synapse & 7 : 0;
    }

    /** A word of synapses after those that learn stepped up or down, which are given by the lowest bit of their nibble. */
    private int step(int word, int ups, int downs) {
        int learns = settings.learnsUnmapped() ? ALL : word >>> 3 & ALL;
        int largest = word & word >>> 1 & word >>> 2;
        int positive = word | word >>> 1 | word >>> 2;
        return word + (ups & learns & ~largest) - (downs & learns & positive);
    }

    /** Works on the virtual event at the front of the scheduler; gives the cycle in which the controller decides again. */
    private long virtual(long start) {
        long write = start + 1;
        int read = scheduler.front(start) & BYTE;
        int entry = scheduler.front(write);
        origin = scheduler.origin(write);
        int target = entry & BYTE;
        int event = entry >>> 8 & 0x1F;
        int kind = inhibitory[0] ? OdinNeuron.INHIBITORY : OdinNeuron.EXCITATORY;
        int weight = weight(shown, target);
        if (event != 0) {
            kind = (event & 1) != 0
                    ? OdinNeuron.TIME_REFERENCE
                    : (event & 2) != 0 ? OdinNeuron.INHIBITORY : OdinNeuron.EXCITATORY;
            weight = event >>> 2;
            synapticOperations += kind == OdinNeuron.TIME_REFERENCE ? 0 : 1;
            leakUpdates += kind == OdinNeuron.TIME_REFERENCE ? 1 : 0;
        } // else the scheduler turned to a burst in between, and the neuron gets what the synapse memory shows
        update(read, target, kind, weight, false, write, true);
        return write + 1;
    }

    /** Works on the row of the neuron at the front of the scheduler; gives the cycle in which the controller decides again. */
    private long row(long start) {
        boolean plain = !scheduler.bursts() && !settings.outputWhenProcessed();
        long write = start;
        int entry = scheduler.front(start);
        origin = scheduler.origin(start);
        synapticOperations += NEURONS;
        for (int group = 0; group < WORDS_PER_ROW; group++) {
            // The chip reads a neuron again and again while it hands over the spike of the one before.
            write = Math.max(write, free) + 1;
            if (!plain) {
                write = turningGroup(group, write);
                continue;
            }
            int source = entry & BYTE;
            int word = synapses[source << 5 | group];
            shown = word;
            if ((up[group] | down[group]) != 0) {
                synapses[source << 5 | group] = step(word, SPREAD[up[group]], SPREAD[down[group]]);
            }
            int kind = inhibitory[source] ? OdinNeuron.INHIBITORY : OdinNeuron.EXCITATORY;
            int begun = 8 * group + addSums(group, word, inhibitory[source]);
            write += 2L * (begun & 7);
            for (int target = begun; target < 8 * group + 8; target++) {
                update(target, target, kind, weight(word, target), false, write, target == NEURONS - 1);
                write = target % 8 == 7 ? write + 1 : Math.max(write + 1, free) + 1;
            }
        }
        return write;
    }

    /** Adds weights to the first neurons of a group that only sum them up, and tells how many these are. */
    private int addSums(int group, int word, boolean subtracts) {
        int weights = word & HIGHEST_WEIGHT * (settings.sendsUnmapped() ? ALL : word >>> 3 & ALL);
        int done = 0;
        int most = Math.min(Integer.numberOfTrailingZeros(~steady[group]), 7);
        if (weights == 0) {
            return most;
        }
        while (done < most) {
            int target = 8 * group + done;
            int weight = weights >>> 4 * done & HIGHEST_WEIGHT;
            int sum = OdinNeuron.sum(high[target], low[target], subtracts ? -weight : weight);
            if (sum == OdinNeuron.MORE) {
                return done;
            }
            high[target] += (long) sum << OdinNeuron.SUM_AT;
            done++;
        }
        return done;
    }

    /**
     * Gives the event at the front of the scheduler to 8 neurons, when that may be another one from cycle to cycle.
     *
     * @param first the cycle of writing of the first neuron
     * @return the cycle after that of the last one
     */
    private long turningGroup(int group, long first) {
        long write = first;
        int word = synapses[(scheduler.front(write - 1) & BYTE) << 5 | group];
        int learned = step(word, SPREAD[up[group]], SPREAD[down[group]]);
        for (int target = 8 * group; target < 8 * group + 8; target++) {
            int entry = scheduler.front(write);
            origin = scheduler.origin(write);
            int source = entry & BYTE;
            int weight = weight(word, target);
            if (target == 8 * group) {
                word = synapses[source << 5 | group];
                synapses[source << 5 | group] = learned;
            }
            if (settings.outputWhenProcessed() && target == settings.monitoredNeuron()) {
                send(write + 1, source);
            }
            int kind = inhibitory[source] ? OdinNeuron.INHIBITORY : OdinNeuron.EXCITATORY;
            boolean burstEnd = source == target && (entry & OdinScheduler.BURST_END) != 0;
            update(target, target, kind, weight, burstEnd, write, target == NEURONS - 1);
            write = target % 8 == 7 ? write + 1 : Math.max(write + 1, free) + 1;
        }
        shown = word;
        return write;
    }

    /**
     * Gives a neuron an event.
     *
     * @param read whose word is read
     * @param target whose word is written; it differs where the scheduler turned to another queue in between
     * @param write the cycle of writing
     * @param pops that the controller removes the event from the scheduler in this cycle
     */
    private void update(int read, int target, int kind, int weight, boolean burstEnd, long write, boolean pops) {
        int group = target >>> 3;
        int mask = 1 << (target & 7);
        boolean synaptic = kind != OdinNeuron.TIME_REFERENCE && !burstEnd && read == target;
        if (synaptic && (steady[group] & mask) != 0) {
            int sum = OdinNeuron.sum(high[target], low[target], kind == OdinNeuron.INHIBITORY ? -weight : weight);
            if (sum != OdinNeuron.MORE) {
                high[target] += (long) sum << OdinNeuron.SUM_AT;
                if (pops) {
                    scheduler.pop(write);
                }
                return;
            }
        }
        long before = high[read];
        long after = neuron.after(before, low[read], kind, weight, burstEnd);
        int outcome = neuron.outcome();
        int ups = (outcome & OdinNeuron.UP) != 0 ? up[group] | mask : up[group] & ~mask;
        int downs = (outcome & OdinNeuron.DOWN) != 0 ? down[group] | mask : down[group] & ~mask;
        boolean spike = (outcome & OdinNeuron.SPIKE) != 0;
        boolean isSteady = synaptic && !spike && ((after ^ before) & ~OdinNeuron.sumMask(low[read])) == 0;
        steady[group] = isSteady ? steady[group] | mask : steady[group] & ~mask;
        up[group] = ups;
        down[group] = downs;
        high[target] = after;
        low[target] = low[read];
        if (spike && before >= 0) {
            if (!settings.outputWhenProcessed()) {
                send(write + 1, target);
            }
            if (!settings.openLoop()) {
                scheduler.spike(target, outcome & 0x3F, write, pops, origin);
                return;
            }
        }
        if (pops) {
            scheduler.pop(write);
        }
    }
}
