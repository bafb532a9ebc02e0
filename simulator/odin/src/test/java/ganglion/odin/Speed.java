package ganglion.odin;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;

/**
 * Prints how fast the models are and how fast the hardware descriptions are in Verilator, on the same networks: 256 neurons of one kind, a
 * drawn weight from each to each, spikes on drawn rows. Run with {@code -Dganglion.odin-rtl=FOLDER}.
 */
final class Speed {

    /** Cycles of a run without output events, about. */
    private static final int CYCLES = 4_000_000;

    /** A row takes 513 cycles and more. */
    private static final int ROW = 513;

    /** Cycles between inputs. */
    private static final int[] RESTS = {0, 10_000};

    private static final int REPETITIONS = 50;

    /** A leaky integrate-and-fire neuron of ODIN that leaks 1 and fires at 200. */
    private static final long LIF = Odin.lif(1, 200);

    /** The same, and its synapses learn. */
    private static final long LEARNS = LIF | 1 << 17 | 100 << 18 | 7L << 29 | 7L << 32;

    /** A phenomenological Izhikevich neuron whose accumulator overflows at 64, that fires at 5 and is then refractory. */
    private static final long IZHIKEVICH = 3 << 9 | 5 << 19 | 2 << 22;

    private Speed() {}

    public static void main(String[] arguments) throws IOException {
        for (int rest : RESTS) {
            int inputs = CYCLES / Math.max(rest, ROW);
            System.out.println("an input each " + rest + " cycles, or as soon as it is taken");
            try (Verilated verilated = Described.TINYODIN.open(Files.createTempDirectory("tinyodin"))) {
                compare("tinyODIN", tinyOdin(inputs, rest), verilated);
            }
            try (Verilated verilated = Described.ODIN.open(Files.createTempDirectory("odin"))) {
                compare("ODIN", OdinCase.busy(LIF, inputs, rest), verilated);
                compare("ODIN, learning", OdinCase.busy(LEARNS, inputs, rest), verilated);
                compare("ODIN, phenomenological Izhikevich", OdinCase.busy(IZHIKEVICH, inputs, rest), verilated);
            }
        }
    }

    private static void compare(String name, ChipCase drawn, Verilated verilated) throws IOException {
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        double best = Double.POSITIVE_INFINITY;
        long operations = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            CrossbarChip chip = drawn.chip();
            outputs.clear();
            lost.clear();
            long begun = System.nanoTime();
            chip.run(drawn.inputs(), outputs, lost, drawn.until());
            best = Math.min(best, (System.nanoTime() - begun) * 1e-9);
            operations = chip.synapticOperations();
        }
        String text = drawn.text();
        double begun = verilated.processorSeconds();
        String answer = verilated.answer(text);
        double hardware = verilated.processorSeconds() - begun;
        System.out.printf(
                "%s: %d synaptic operations, %d output events, %d lost, %s%n",
                name, operations, outputs.size(), lost.size(), answer.equals(drawn.answer()) ? "equal" : "different");
        System.out.printf(
                "Verilator %.2f s, %.3g operations/s; model %.5f s, %.3g operations/s; ratio %.0f%n",
                hardware, operations / hardware, best, operations / best, hardware / best);
    }

    private static ChipCase tinyOdin(int count, int rest) {
        Random random = new Random(1);
        int[] words = new int[TinyOdin.NEURONS];
        int[][] rows = new int[TinyOdin.NEURONS][];
        for (int i = 0; i < TinyOdin.NEURONS; i++) {
            words[i] = TinyOdin.word(false, 1, 200, 0);
            rows[i] = random.ints(TinyOdin.NEURONS, TinyOdin.LOWEST_WEIGHT, TinyOdin.HIGHEST_WEIGHT + 1)
                    .toArray();
        }
        AddressEvents inputs = new AddressEvents();
        for (int i = 0; i < count; i++) {
            inputs.add((long) rest * i, TinyOdin.spike(random.nextInt(TinyOdin.NEURONS)));
        }
        return new TinyOdinCase(
                new TinyOdin.Settings(TinyOdin.NEURONS, false, false, 0), words, rows, inputs, Long.MAX_VALUE / 2);
    }
}
