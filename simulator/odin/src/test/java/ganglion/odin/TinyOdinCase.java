package ganglion.odin;

import java.util.Random;

/**
 * A network, its inputs and its registers, drawn from a seed, for the model and for the hardware description. Whatever the chip allows can
 * be drawn: any word of the neuron memory, any address, inputs faster than they are taken, more spikes than the queue holds.
 */
record TinyOdinCase(TinyOdin.Settings settings, int[] words, int[][] rows, AddressEvents inputs, long until)
        implements ChipCase {

    private static final int MOST_INPUTS = 60;

    static TinyOdinCase of(long seed) {
        // Low bits of seeds that follow each other are alike in the first numbers of java.util.Random.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int kind = random.nextInt(8);
        boolean overload = kind == 0;
        int neurons = kind < 3 ? TinyOdin.NEURONS : kind == 3 ? 1 : 1 + random.nextInt(TinyOdin.NEURONS);
        TinyOdin.Settings settings = new TinyOdin.Settings(
                neurons,
                random.nextInt(4) == 0 && !overload,
                random.nextInt(4) == 0,
                random.nextBoolean() ? 0 : random.nextInt(12));
        int[] words = words(random, overload ? 1 + random.nextInt(3) : 1 + random.nextInt(12));
        int[][] rows = rows(random, neurons, overload ? 0 : random.nextInt(1 - TinyOdin.LOWEST_WEIGHT));
        AddressEvents inputs = inputs(random);
        return new TinyOdinCase(settings, words, rows, inputs, 100 + random.nextInt(1 << 8 + random.nextInt(9)));
    }

    /** Any word, or words of neurons that fire often. */
    private static int[] words(Random random, int thresholdBits) {
        int[] words = new int[TinyOdin.NEURONS];
        boolean wild = random.nextInt(4) == 0;
        for (int i = 0; i < words.length; i++) {
            words[i] = wild
                    ? random.nextInt()
                    : TinyOdin.word(
                            random.nextInt(16) == 0,
                            random.nextInt(1 << random.nextInt(8)),
                            random.nextInt(1 << thresholdBits),
                            random.nextInt(1 << thresholdBits) - (1 << thresholdBits - 1));
        }
        return words;
    }

    private static int[][] rows(Random random, int neurons, int inhibition) {
        int[][] rows = new int[TinyOdin.NEURONS][];
        int most = random.nextInt(TinyOdin.HIGHEST_WEIGHT + 1);
        int given = 1 + random.nextInt(8);
        for (int row = 0; row < rows.length; row++) {
            if (random.nextInt(given) == 0) {
                rows[row] = random.ints(neurons, -inhibition, most + 1).toArray();
            }
        }
        return rows;
    }

    private static AddressEvents inputs(Random random) {
        AddressEvents inputs = new AddressEvents();
        int count = random.nextInt(MOST_INPUTS);
        int gap = 1 << random.nextInt(11);
        int spikes = random.nextInt(10);
        long cycle = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            inputs.add(cycle, address(random, spikes));
            cycle += random.nextInt(gap);
        }
        return inputs;
    }

    private static int address(Random random, int spikes) {
        if (random.nextInt(10) < spikes) {
            return TinyOdin.spike(random.nextInt(TinyOdin.NEURONS));
        }
        return switch (random.nextInt(4)) {
            case 0 -> TinyOdin.leakAll();
            case 1 -> TinyOdin.leak(random.nextInt(TinyOdin.NEURONS - 1));
            case 2 ->
                TinyOdin.virtual(random.nextInt(TinyOdin.VIRTUAL_NEURONS), random.nextInt(16) + TinyOdin.LOWEST_WEIGHT);
            default -> random.nextInt(1024);
        };
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("case ")
                .append(settings.neurons())
                .append(settings.openLoop() ? " 1 " : " 0 ")
                .append(settings.outputWhenProcessed() ? "1 " : "0 ")
                .append(settings.acknowledgeCycles())
                .append(' ')
                .append(until)
                .append("\nn");
        for (int word : words) {
            text.append(' ').append(Integer.toHexString(word));
        }
        text.append('\n');
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] != null) {
                text.append("w ").append(row).append(' ');
                for (int weight : rows[row]) {
                    text.append(Character.forDigit(weight & 0xF, 16));
                }
                text.append('\n');
            }
        }
        appendInputs(text);
        return text.append("go\n").toString();
    }

    @Override
    public TinyOdin chip() {
        TinyOdin chip = new TinyOdin(settings);
        for (int i = 0; i < words.length; i++) {
            chip.setNeuron(i, words[i]);
        }
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; rows[row] != null && i < rows[row].length; i++) {
                chip.setWeight(row, i, rows[row][i]);
            }
        }
        return chip;
    }

    @Override
    public void states(CrossbarChip chip, StringBuilder text) {
        text.append("v ");
        for (int i = 0; i < CrossbarChip.NEURONS; i++) {
            text.append(String.format("%03x", chip.potential(i) & 0xFFF));
        }
        text.append("\nq ").append(chip.queued()).append('\n');
    }
}
