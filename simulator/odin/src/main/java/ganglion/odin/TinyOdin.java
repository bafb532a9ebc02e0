package ganglion.odin;

import java.util.Arrays;

/**
 * The chip tinyODIN (github.com/ChFrenkel/tinyODIN): 256 leaky integrate-and-fire neurons, each with a synapse of 4 bits to each. Its
 * states, its output events and the cycle of each are those of the hardware description; only the work is done event by event.
 *
 * <p>An input event waits for the controller in a handshake of four phases. A spike of an input or of a neuron goes through a queue of
 * {@value #QUEUE} events; when the queue is full, spikes of neurons are lost, and inputs wait. An event from the queue adds a row of weights
 * to the potentials, one neuron in two cycles. A neuron fires when its potential reaches the threshold after any update, and is then 0.
 * Between events nothing changes: a potential leaks, by a step towards 0, only at a time reference event.
 */
public final class TinyOdin extends CrossbarChip {

    /** Events that the queue holds, with the one that is worked on. */
    public static final int QUEUE = 128;

    /** Neurons that virtual events reach: the first ones, since the address has room for 4 bits. */
    public static final int VIRTUAL_NEURONS = 16;

    /** Potentials have 12 bits. */
    public static final int LOWEST_POTENTIAL = -2048;

    /** Potentials have 12 bits. */
    public static final int HIGHEST_POTENTIAL = 2047;

    /** Weights have 4 bits. */
    public static final int LOWEST_WEIGHT = -8;

    /** Weights have 4 bits. */
    public static final int HIGHEST_WEIGHT = 7;

    /** Leaks have 7 bits. */
    public static final int HIGHEST_LEAK = 127;

    private static final int ADDRESSES = 1024;

    private static final int TIME_REFERENCE = 1 << 8;

    private static final int VIRTUAL = 1 << 9;

    private static final int ALL = 0xFF;

    /** A threshold that no potential reaches. */
    private static final int NEVER = 1 << 12;

    private static final int SILENT_BIT = 31;

    private static final int LEAK_BIT = 24;

    private static final int THRESHOLD_BIT = 12;

    private static final int TWELVE_BITS = 0xFFF;

    /**
     * The registers of the chip, and its receiver.
     *
     * @param neurons in use, 1 to 256: the register SPI_MAX_NEUR + 1
     * @param openLoop spikes of neurons leave the chip, but do not enter the queue: SPI_OPEN_LOOP
     * @param outputWhenProcessed events leave the chip when they have been worked on, inputs too, instead of when a neuron fires:
     *     SPI_AER_SRC_CTRL_nNEUR
     * @param acknowledgeCycles by which the receiver of output events is later than a register would be, at its rise and at its fall; at
     *     least 0
     */
    public record Settings(int neurons, boolean openLoop, boolean outputWhenProcessed, int acknowledgeCycles) {

        /** @throws IllegalArgumentException if a number is out of range */
        public Settings {
            requireRange("neurons", neurons, 1, NEURONS);
            requireRange("acknowledgeCycles", acknowledgeCycles, 0, Integer.MAX_VALUE / 4);
        }
    }

    private final Settings settings;

    private final int[] potentials = new int[NEURONS];

    private final int[] leaks = new int[NEURONS];

    private final int[] firing = new int[NEURONS];

    private final boolean[] silent = new boolean[NEURONS];

    private final int[] weights = new int[NEURONS * NEURONS];

    /** Virtual events have their weight in bits 8 to 11. */
    private final OdinQueue queue = new OdinQueue(QUEUE, QUEUE);

    /** No threshold is nearer to its potential than this. The whole row is compared only where this bound does not tell that no one fires. */
    private int room;

    private int leastThreshold;

    /** A chip after its reset, with zeros in both memories. */
    public TinyOdin(Settings settings) {
        super(settings.acknowledgeCycles());
        this.settings = settings;
    }

    /** The address of a spike that comes from outside on the row of a neuron, 0 to 255. */
    public static int spike(int row) {
        requireRange("row", row, 0, NEURONS - 1);
        return row;
    }

    /**
     * The address of an event that adds a weight to one neuron.
     *
     * @param neuron 0 to 15
     * @param weight -8 to 7; the chip takes weight 0 for a {@link #spike} of the neuron
     */
    public static int virtual(int neuron, int weight) {
        requireRange("neuron", neuron, 0, VIRTUAL_NEURONS - 1);
        requireRange("weight", weight, LOWEST_WEIGHT, HIGHEST_WEIGHT);
        return VIRTUAL | (weight & 0xF) << 4 | neuron;
    }

    /** The address of an event at which one neuron leaks, 0 to 254. */
    public static int leak(int neuron) {
        requireRange("neuron", neuron, 0, ALL - 1);
        return TIME_REFERENCE | neuron;
    }

    /** The address of the event at which all neurons in use leak. */
    public static int leakAll() {
        return TIME_REFERENCE | ALL;
    }

    /**
     * A word of the neuron memory.
     *
     * @param silenced neither fires to the queue nor to the output, though its potential becomes 0 as if
     * @param leak the step towards 0 at a time reference event, 0 to 127
     * @param threshold 0 to 4095; above 2047 it never fires
     * @param potential -2048 to 2047
     */
    public static int word(boolean silenced, int leak, int threshold, int potential) {
        requireRange("leak", leak, 0, HIGHEST_LEAK);
        requireRange("threshold", threshold, 0, TWELVE_BITS);
        requireRange("potential", potential, LOWEST_POTENTIAL, HIGHEST_POTENTIAL);
        return (silenced ? 1 << SILENT_BIT : 0)
                | leak << LEAK_BIT
                | threshold << THRESHOLD_BIT
                | potential & TWELVE_BITS;
    }

    /** Writes a {@link #word} of the neuron memory. */
    public void setNeuron(int neuron, int word) {
        silent[neuron] = word < 0;
        leaks[neuron] = word >> LEAK_BIT & HIGHEST_LEAK;
        int threshold = word >> THRESHOLD_BIT & TWELVE_BITS;
        firing[neuron] = threshold > HIGHEST_POTENTIAL ? NEVER : threshold;
        potentials[neuron] = word << 20 >> 20;
    }

    @Override
    public int potential(int neuron) {
        return potentials[neuron];
    }

    /**
     * Sets a synapse.
     *
     * @param row of the neuron or input that sends
     * @param neuron that receives
     * @param weight -8 to 7
     */
    public void setWeight(int row, int neuron, int weight) {
        requireRange("weight", weight, LOWEST_WEIGHT, HIGHEST_WEIGHT);
        weights[row * NEURONS + neuron] = weight;
    }

    /** The weight of a synapse, -8 to 7. */
    public int weight(int row, int neuron) {
        return weights[row * NEURONS + neuron];
    }

    @Override
    public int synapses(int row, int eighth) {
        int word = 0;
        for (int i = 7; i >= 0; i--) {
            word = word << 4 | weight(row, 8 * eighth + i) & 0xF;
        }
        return word;
    }

    @Override
    void reset() {
        queue.clear();
        room = 0;
        leastThreshold = Arrays.stream(firing, 0, settings.neurons()).min().orElseThrow();
    }

    @Override
    public int queued() {
        return queue.size();
    }

    @Override
    boolean isIdle(long now) {
        return queue.isEmpty();
    }

    @Override
    boolean isFull() {
        return queue.isFull();
    }

    @Override
    long next(long now) {
        return Long.MAX_VALUE;
    }

    @Override
    boolean isPatient(int address) {
        return false;
    }

    @Override
    long take(long now, int address) {
        requireRange("address", address, 0, ADDRESSES - 1);
        int low = address & ALL;
        if ((address & TIME_REFERENCE) == 0) {
            boolean virtual = (address & VIRTUAL) != 0;
            push(now + 2, virtual ? (low & 0xF0) << 4 | low & 0xF : low);
            return now + 2;
        }
        if (low == ALL) {
            return leakRow(now + 1);
        }
        potentials[low] = leaked(potentials[low], leaks[low]);
        leakUpdates++;
        fire(low, now + 2);
        return now + 3;
    }

    @Override
    long work(long now) {
        int event = queue.front();
        origin = queue.origin();
        int address = event & ALL;
        int weight = event << 20 >> 28;
        if (weight == 0) {
            return addRow(address, now + 1);
        }
        potentials[address] = clamped(potentials[address] + weight);
        synapticOperations++;
        fire(address, now + 2);
        // A spike that comes in the cycle in which a full queue gives its first event away is lost all the same.
        queue.pop();
        return now + 3;
    }

    private long addRow(int row, long first) {
        int count = settings.neurons();
        int[] v = potentials;
        int[] w = weights;
        int base = row * NEURONS;
        for (int i = 0; i < count; i++) {
            v[i] = clamped(v[i] + w[base + i]);
        }
        synapticOperations += count;
        room -= HIGHEST_WEIGHT;
        long end = settle(first);
        if (settings.outputWhenProcessed()) {
            send(end, row);
        }
        queue.pop();
        return Math.max(end, free) + 1;
    }

    private long leakRow(long first) {
        int count = settings.neurons();
        int[] v = potentials;
        int[] l = leaks;
        for (int i = 0; i < count; i++) {
            v[i] = leaked(v[i], l[i]);
        }
        leakUpdates += count;
        // A potential below 0 comes nearer to its threshold, though not above 0.
        room = Math.min(room, leastThreshold);
        return settle(first);
    }

    /** Finds which neurons of an updated row fire, and when; gives the cycle after the row. */
    private long settle(long first) {
        int count = settings.neurons();
        int[] v = potentials;
        int[] f = firing;
        if (room <= 0) {
            room = NEVER;
            for (int i = 0; i < count; i++) {
                room = Math.min(room, f[i] - v[i]);
            }
        }
        if (room > 0) {
            return first + 2L * count;
        }
        room = 0;
        long cycle = first;
        for (int i = 0; i < count; i++) {
            // The chip reads a neuron again and again while it hands over the spike of the one before.
            long written = Math.max(cycle, free) + 1;
            fire(i, written);
            cycle = written + 1;
        }
        return cycle;
    }

    private void fire(int neuron, long written) {
        int distance = firing[neuron] - potentials[neuron];
        if (distance > 0) {
            room = Math.min(room, distance);
            return;
        }
        potentials[neuron] = 0;
        room = Math.min(room, firing[neuron]);
        if (silent[neuron]) {
            return;
        }
        if (!settings.openLoop()) {
            push(written + 1, neuron);
        }
        if (!settings.outputWhenProcessed()) {
            send(written + 1, neuron);
        }
    }

    private void push(long cycle, int event) {
        if (queue.isFull()) {
            lost.add(cycle, event);
        } else {
            queue.push(event, origin);
        }
    }

    private static int clamped(int potential) {
        return Math.min(Math.max(potential, LOWEST_POTENTIAL), HIGHEST_POTENTIAL);
    }

    private static int leaked(int potential, int leak) {
        return Math.max(potential - leak, 0) + Math.min(potential + leak, 0);
    }
}
