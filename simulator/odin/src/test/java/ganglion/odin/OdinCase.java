package ganglion.odin;

import java.util.Random;

/**
 * A network on ODIN with its inputs and registers, drawn from a seed, for the model and for the hardware description. Seeds go through the
 * families in turn.
 */
final class OdinCase implements ChipCase {

    private static final String HEX_128 = "%016x%016x";

    private final Random random;

    /** In the family of overload: further spikes of a burst and their interval, of all neurons. */
    private final int burst;

    private final Odin.Settings settings;

    private final long[] high = new long[Odin.NEURONS];

    private final long[] low = new long[Odin.NEURONS];

    private final int[] synapses = new int[Odin.NEURONS * Odin.NEURONS];

    private final boolean[] inhibitory = new boolean[Odin.NEURONS];

    private final AddressEvents events = new AddressEvents();

    private final long until;

    /** What the networks of a family have. */
    enum Family {
        /** Leaky integrate-and-fire neurons, weights that stay. */
        LIF,
        /** Phenomenological Izhikevich neurons, weights that stay. */
        IZHIKEVICH,
        /** Both models, weights that learn. */
        LEARNING,
        /** Many spikes and bursts, so that queues run full. */
        OVERLOAD,
        /** Any bits in every word and register. */
        ANY
    }

    private OdinCase(long seed, Family family) {
        // Low bits of seeds that follow each other are alike in the first numbers of java.util.Random.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        boolean any = family == Family.ANY;
        boolean overload = family == Family.OVERLOAD;
        burst = overload ? random.nextInt(64) : -1;
        boolean learns = any || overload || family == Family.LEARNING;
        int timeref = chance(family == Family.LIF ? 0.1 : 0.7) ? 1 + random.nextInt(chance(0.5) ? 40 : 2000) : 0;
        settings = new Odin.Settings(
                chance(overload ? 0 : 0.1),
                timeref,
                chance(0.15),
                random.nextInt(Odin.NEURONS),
                chance(0.3),
                chance(0.3),
                learns && chance(0.7),
                chance(0.6) ? 0 : random.nextInt(6));
        int neurons = chance(0.2) ? Odin.NEURONS : 1 + random.nextInt(chance(0.5) ? 16 : Odin.NEURONS);
        double lif =
                family == Family.LIF ? 1 : family == Family.IZHIKEVICH ? 0 : random.nextInt(overload ? 2 : 3) / 2.0;
        double disabled = overload ? 0 : random.nextInt(3) * 0.1;
        boolean raw = any || !overload && chance(0.2);
        for (int i = 0; i < Odin.NEURONS; i++) {
            if (i >= neurons) {
                high[i] = any && chance(0.002) ? 0 : 1L << 63;
                low[i] = 1;
            } else if (chance(lif)) {
                lif(i, learns, raw);
            } else {
                izhikevich(i, learns, raw);
            }
            high[i] |= i < neurons && chance(disabled) ? 1L << 63 : 0;
        }
        double density = chance(0.3) ? 1 : random.nextDouble();
        int largest = 1 + random.nextInt(7);
        for (int i = 0; i < Odin.NEURONS; i++) {
            inhibitory[i] = chance(0.2);
            for (int j = 0; j < Odin.NEURONS; j++) {
                if (i < neurons && j < neurons && chance(density)) {
                    synapses[256 * i + j] = random.nextInt(largest + 1) | (chance(0.8) ? 8 : 0);
                }
            }
        }
        int count = 1 + random.nextInt(60);
        int gap = new int[] {1, 20, 700, 3000}[random.nextInt(overload ? 2 : 4)];
        long cycle = random.nextInt(50);
        for (int i = 0; i < count; i++) {
            events.add(cycle, event(neurons, learns, raw));
            cycle += random.nextInt(gap);
        }
        until = cycle + random.nextInt(12_000);
    }

    /** All neurons of one word and all synapses mapped, with drawn weights, a row after the other as soon as the chip takes it. */
    private OdinCase(long low, int inputs, int rest) {
        random = new Random(1);
        burst = -1;
        settings = new Odin.Settings(false, 0, false, 0, false, false, false, 0);
        for (int i = 0; i < Odin.NEURONS; i++) {
            this.low[i] = low;
            inhibitory[i] = i % 2 == 1;
        }
        for (int i = 0; i < synapses.length; i++) {
            synapses[i] = 8 | random.nextInt(8);
        }
        for (int i = 0; i < inputs; i++) {
            events.add((long) rest * i, Odin.spike(random.nextInt(Odin.NEURONS)));
        }
        until = Long.MAX_VALUE / 2;
    }

    /** The case of a seed. */
    static OdinCase of(long seed) {
        return new OdinCase(seed, Family.values()[(int) Math.floorMod(seed, (long) Family.values().length)]);
    }

    /** A network of neurons of one word, with a number of inputs, some cycles after each other. */
    static OdinCase busy(long low, int inputs, int rest) {
        return new OdinCase(low, inputs, rest);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    @Override
    public AddressEvents inputs() {
        return events;
    }

    @Override
    public long until() {
        return until;
    }

    private void put(int neuron, int from, int width, int value) {
        long bits = value & (1L << width) - 1;
        if (from < 64) {
            low[neuron] |= bits << from;
        } else {
            high[neuron] |= bits << from - 64;
        }
        if (from < 64 && from + width > 64) {
            high[neuron] |= bits >>> 64 - from;
        }
    }

    private void lif(int neuron, boolean learns, boolean raw) {
        if (raw) {
            low[neuron] = random.nextLong() & ~(learns ? 0 : 1L << 17) | 1;
            high[neuron] = random.nextLong() >>> 1;
            return;
        }
        put(neuron, 0, 1, 1);
        put(neuron, 1, 7, random.nextInt(8));
        put(neuron, 8, 1, random.nextInt(2));
        put(neuron, 9, 8, 1 + random.nextInt(chance(0.5) ? 20 : 255));
        put(neuron, 17, 1, learns ? 1 : 0);
        put(neuron, 18, 8, random.nextInt(20));
        put(neuron, 26, 3, random.nextInt(3));
        put(neuron, 29, 3, 2 + random.nextInt(6));
        put(neuron, 32, 3, 2 + random.nextInt(6));
        put(neuron, 35, 5, random.nextInt(4));
        put(neuron, 70, 8, random.nextInt(20));
        put(neuron, 78, 3, random.nextInt(8));
    }

    private void izhikevich(int neuron, boolean learns, boolean raw) {
        if (raw) {
            low[neuron] = random.nextLong() & ~(learns ? 0 : 1L << 48) & ~1L;
            high[neuron] = random.nextLong() >>> 1;
            return;
        }
        put(neuron, 1, 7, random.nextInt(16));
        put(neuron, 8, 1, random.nextInt(2));
        put(neuron, 9, 3, burst < 0 ? random.nextInt(2) : 0);
        put(neuron, 12, 6, burst < 0 ? chance(0.5) ? 0 : random.nextInt(64) : burst);
        put(neuron, 19, 3, 1 + random.nextInt(burst < 0 ? 7 : 2));
        put(neuron, 22, 3, burst < 0 || chance(0.1) ? random.nextInt(8) : 0);
        put(neuron, 25, 3, random.nextInt(8));
        put(neuron, 30, 3, random.nextInt(5));
        for (int behaviour : new int[] {18, 28, 29, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 47, 66}) {
            put(neuron, behaviour, 1, chance(burst < 0 ? 0.15 : 0.01) ? 1 : 0);
        }
        put(neuron, 43, 4, random.nextInt(4));
        put(neuron, 48, 1, learns ? 1 : 0);
        put(neuron, 49, 3, random.nextInt(6));
        put(neuron, 52, 3, random.nextInt(3));
        put(neuron, 55, 3, 2 + random.nextInt(6));
        put(neuron, 58, 3, 2 + random.nextInt(6));
        put(neuron, 61, 5, random.nextInt(4));
        put(neuron, 67, 3, random.nextInt(4));
    }

    private int event(int neurons, boolean learns, boolean raw) {
        int neuron = random.nextInt(neurons);
        switch (random.nextInt(raw ? 9 : 8)) {
            case 0:
                return 0x7F | neuron << 8;
            case 1:
                return 0xFF | neuron << 8;
            case 2:
                return learns ? chance(0.05) ? 0 : 0x80 | neuron << 8 : 0x07 | neuron << 8;
            case 3:
                return 0x10000 | neuron << 8 | random.nextInt(neurons);
            case 4:
                return 1 | random.nextInt(32) << 3 | neuron << 8;
            case 8:
                return random.nextInt(1 << 17);
            default:
                return 0x07 | neuron << 8;
        }
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "case %d %d %d %d %d %d %d %d %d%nsign ",
                settings.openLoop() ? 1 : 0,
                settings.burstPeriod(),
                settings.outputWhenProcessed() ? 1 : 0,
                settings.monitoredNeuron(),
                settings.learnsUnmapped() ? 1 : 0,
                settings.sendsUnmapped() ? 1 : 0,
                settings.learnsBySynapse() ? 1 : 0,
                settings.acknowledgeCycles(),
                until));
        for (int i = Odin.NEURONS - 4; i >= 0; i -= 4) {
            text.append(Integer.toHexString((inhibitory[i] ? 1 : 0)
                    | (inhibitory[i + 1] ? 2 : 0)
                    | (inhibitory[i + 2] ? 4 : 0)
                    | (inhibitory[i + 3] ? 8 : 0)));
        }
        text.append('\n');
        for (int i = 0; i < Odin.NEURONS; i++) {
            text.append("n ")
                    .append(i)
                    .append(' ')
                    .append(String.format(HEX_128, high[i], low[i]))
                    .append('\n');
        }
        for (int i = 0; i < synapses.length; i += 8) {
            int word = 0;
            for (int j = 0; j < 8; j++) {
                word |= synapses[i + j] << 4 * j;
            }
            text.append(word == 0 ? "" : "s " + i / 8 + " " + Integer.toHexString(word) + "\n");
        }
        appendInputs(text);
        return text.append("go\n").toString();
    }

    @Override
    public Odin chip() {
        Odin chip = new Odin(settings);
        for (int i = 0; i < Odin.NEURONS; i++) {
            chip.setNeuron(i, high[i], low[i]);
            chip.setInhibitory(i, inhibitory[i]);
            for (int j = 0; j < Odin.NEURONS; j++) {
                chip.setSynapse(i, j, synapses[256 * i + j] & 7, synapses[256 * i + j] > 7);
            }
        }
        return chip;
    }

    @Override
    public void states(CrossbarChip any, StringBuilder text) {
        Odin chip = (Odin) any;
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        for (int i = 0; i < Odin.NEURONS; i++) {
            if ((chip.neuronHigh(i) | chip.neuronLow(i)) != 0) {
                text.append("n ")
                        .append(i)
                        .append(' ')
                        .append(String.format(HEX_128, chip.neuronHigh(i), chip.neuronLow(i)))
                        .append('\n');
            }
        }
        for (int word = 0; word < Odin.NEURONS * 32; word++) {
            int synapses = chip.synapses(word >>> 5, word & 31);
            text.append(synapses == 0 ? "" : String.format("s %d %08x%n", word, synapses));
        }
        for (int i = Odin.NEURONS - 4; i >= 0; i -= 4) {
            int ups = 0;
            int downs = 0;
            for (int j = 0; j < 4; j++) {
                ups |= chip.potentiates(i + j) ? 1 << j : 0;
                downs |= chip.depresses(i + j) ? 1 << j : 0;
            }
            up.append(Integer.toHexString(ups));
            down.append(Integer.toHexString(downs));
        }
        text.append("up ").append(up).append("\ndown ").append(down).append('\n');
    }
}
