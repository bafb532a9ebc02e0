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
 *
 * <p>The world around the chip is clocked by the same clock, as registers are: it drops a request one cycle after the acknowledgement rose,
 * raises the next one at the earliest one cycle after it fell, and acknowledges an output {@link Settings#acknowledgeCycles()} + 1 cycles
 * after its request. While an output event is handed over the chip does nothing else.
 *
 * <p>Not thread safe.
 */
public final class TinyOdin {

    /** Neurons of the chip. */
    public static final int NEURONS = 256;

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

    /** Two registers bring a request into the chip's clock. */
    private static final int SYNCHRONISED = 2;

    /** Cycles in which the controller waits for a request to fall. */
    private static final int REQUEST_FALLS = 4;

    /** Cycles of an output's handshake, with an acknowledgement that comes and goes one cycle after the request. */
    private static final int HANDSHAKE = 8;

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

    private final int handshake;

    private final int[] potentials = new int[NEURONS];

    private final int[] previous = new int[NEURONS];

    private final int[] leaks = new int[NEURONS];

    private final int[] thresholds = new int[NEURONS];

    private final int[] firing = new int[NEURONS];

    private final boolean[] silent = new boolean[NEURONS];

    private final int[] weights = new int[NEURONS * NEURONS];

    /** Virtual events with their weight in bits 8 to 11. */
    private final int[] queue = new int[QUEUE];

    /** The cycle for which the input was given that set off an event of the queue. */
    private final long[] origins = new long[QUEUE];

    /** That of the event that is worked on. */
    private long origin;

    private int head;

    private int queued;

    /** The first cycle in which no output is being handed over. */
    private long free;

    private long until;

    /** No threshold is nearer to its potential than this. The whole row is compared only where this bound does not tell that no one fires. */
    private int room;

    private int leastThreshold;

    private AddressEvents outputs;

    private AddressEvents lost;

    private long synapticOperations;

    private long leakUpdates;

    private long longestWait;

    private long waits;

    private long longestLatency;

    /** A chip after its reset, with zeros in both memories. */
    public TinyOdin(Settings settings) {
        this.settings = settings;
        this.handshake = HANDSHAKE + 2 * settings.acknowledgeCycles();
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
        thresholds[neuron] = word >> THRESHOLD_BIT & TWELVE_BITS;
        firing[neuron] = thresholds[neuron] > HIGHEST_POTENTIAL ? NEVER : thresholds[neuron];
        potentials[neuron] = word << 20 >> 20;
    }

    /** The {@link #word} of the neuron memory. */
    public int neuron(int neuron) {
        return word(silent[neuron], leaks[neuron], thresholds[neuron], potentials[neuron]);
    }

    /** The potential of a neuron, -2048 to 2047. */
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

    /** A word of the synapse memory: the weights of a row to 8 neurons, the first in the lowest bits. */
    public int synapses(int row, int eighth) {
        int word = 0;
        for (int i = 7; i >= 0; i--) {
            word = word << 4 | weight(row, 8 * eighth + i) & 0xF;
        }
        return word;
    }

    /**
     * Runs the chip from its reset, with the memories as they are, until nothing is left to do or a cycle has come. A neuron whose two
     * cycles are not over then keeps its state.
     *
     * @param inputs cycles at which a request rises, if the chip has taken the one before, with addresses below 1024
     * @param outputs gets the output events, with the cycles in which their requests rise
     * @param lost gets the neurons whose spikes found the queue full, with the first cycle in which they would have been queued
     * @param until the last cycle, at least 0
     * @return the cycle in which the chip waits with nothing left to do, or {@code until}
     */
    public long run(AddressEvents inputs, AddressEvents outputs, AddressEvents lost, long until) {
        this.outputs = outputs;
        this.lost = lost;
        this.until = until;
        head = 0;
        queued = 0;
        free = 0;
        room = 0;
        leastThreshold = Arrays.stream(firing, 0, settings.neurons()).min().orElseThrow();
        synapticOperations = 0;
        leakUpdates = 0;
        longestWait = 0;
        waits = 0;
        longestLatency = 0;

        int next = 0;
        long raised = 0;
        long now = 0;
        while (true) {
            // The controller decides in this cycle.
            now = Math.max(now, free);
            boolean waiting = next < inputs.size();
            long request = waiting ? Math.max(raised, inputs.cycle(next)) : Long.MAX_VALUE;
            boolean seen = waiting && request + SYNCHRONISED <= now;
            if (now >= until) {
                return until;
            } else if (queued == QUEUE || queued > 0 && !seen) {
                now = work(now);
            } else if (seen) {
                origin = inputs.cycle(next);
                longestWait = Math.max(longestWait, request - origin);
                waits += request > origin ? 1 : 0;
                now = take(now, inputs.address(next)) + REQUEST_FALLS;
                raised = now + 1;
                next++;
            } else if (waiting) {
                now = request + SYNCHRONISED;
            } else {
                return now;
            }
        }
    }

    /** Events that the queue holds, 0 to {@value #QUEUE}. */
    public int queued() {
        return queued;
    }

    /** Synaptic operations of the last run: neurons that a weight was added to, 0 included. */
    public long synapticOperations() {
        return synapticOperations;
    }

    /** Neurons of the last run that leaked, each as often as it did. */
    public long leakUpdates() {
        return leakUpdates;
    }

    /** The longest time in cycles by which a request of the last run rose later than its input was given for. */
    public long longestWait() {
        return longestWait;
    }

    /** Inputs of the last run whose request rose later than they were given for. */
    public long waits() {
        return waits;
    }

    /** The longest time in cycles from an input of the last run, as given, to the request of an output that it set off. */
    public long longestLatency() {
        return longestLatency;
    }

    /** Takes an input; gives the cycle in which it is acknowledged. */
    private long take(long now, int address) {
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
        if (now + 3 <= until) {
            potentials[low] = leaked(potentials[low], leaks[low]);
            leakUpdates++;
            fire(low, now + 2);
        }
        return now + 3;
    }

    /** Works on the first event of the queue; gives the cycle in which the controller decides again. */
    private long work(long now) {
        int event = queue[head];
        origin = origins[head];
        int address = event & ALL;
        int weight = event << 20 >> 28;
        if (weight == 0) {
            return addRow(address, now + 1);
        }
        if (now + 3 <= until) {
            potentials[address] = clamped(potentials[address] + weight);
            synapticOperations++;
            fire(address, now + 2);
            // A spike that comes in the cycle in which a full queue gives its first event away is lost all the same.
            pop();
        }
        return now + 3;
    }

    private long addRow(int row, long first) {
        int count = settings.neurons();
        boolean last = begin(first);
        int[] v = potentials;
        int[] w = weights;
        int base = row * NEURONS;
        for (int i = 0; i < count; i++) {
            v[i] = Math.min(Math.max(v[i] + w[base + i], LOWEST_POTENTIAL), HIGHEST_POTENTIAL);
        }
        synapticOperations += count;
        room -= HIGHEST_WEIGHT;
        long end = settle(first, last);
        if (settings.outputWhenProcessed() && end <= until) {
            send(end, row);
        }
        long popped = Math.max(end, free) + 1;
        if (popped <= until) {
            pop();
        }
        return popped;
    }

    private long leakRow(long first) {
        int count = settings.neurons();
        boolean last = begin(first);
        int[] v = potentials;
        int[] l = leaks;
        for (int i = 0; i < count; i++) {
            v[i] = Math.max(v[i] - l[i], 0) + Math.min(v[i] + l[i], 0);
        }
        leakUpdates += count;
        // A potential below 0 comes nearer to its threshold, though not above 0.
        room = Math.min(room, leastThreshold);
        return settle(first, last);
    }

    /** Keeps the potentials if the run may end before a row that begins now does. */
    private boolean begin(long first) {
        boolean last = first + (long) settings.neurons() * (2 + handshake) > until;
        if (last) {
            System.arraycopy(potentials, 0, previous, 0, NEURONS);
        }
        return last;
    }

    /** Finds which neurons of an updated row fire, and when; gives the cycle after the row. */
    private long settle(long first, boolean last) {
        int count = settings.neurons();
        int[] v = potentials;
        int[] f = firing;
        if (room <= 0) {
            room = NEVER;
            for (int i = 0; i < count; i++) {
                room = Math.min(room, f[i] - v[i]);
            }
        }
        if (room > 0 && !last) {
            return first + 2L * count;
        }
        room = 0;
        long cycle = first;
        for (int i = 0; i < count; i++) {
            // The chip reads a neuron again and again while it hands over the spike of the one before.
            long written = Math.max(cycle, free) + 1;
            if (written >= until) {
                System.arraycopy(previous, i, v, i, count - i);
                return until + 1;
            }
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

    private void send(long cycle, int address) {
        outputs.add(cycle, address);
        longestLatency = Math.max(longestLatency, cycle - origin);
        free = cycle + handshake;
    }

    private void push(long cycle, int event) {
        if (cycle > until) {
            return;
        }
        if (queued == QUEUE) {
            lost.add(cycle, event);
        } else {
            int last = (head + queued) % QUEUE;
            queue[last] = event;
            origins[last] = origin;
            queued++;
        }
    }

    private void pop() {
        head = (head + 1) % QUEUE;
        queued--;
    }

    private static int clamped(int potential) {
        return Math.min(Math.max(potential, LOWEST_POTENTIAL), HIGHEST_POTENTIAL);
    }

    private static int leaked(int potential, int leak) {
        return Math.max(potential - leak, 0) + Math.min(potential + leak, 0);
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "found " + name + " " + value + ", expected a number from " + least + " to " + most);
        }
    }
}
