package ganglion.odin;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;

/**
 * Prints how fast the model is and how fast the hardware description is in Verilator, on the same network: 256 neurons, weights drawn from
 * -8 to 7, a threshold that some neurons reach, spikes on drawn rows, each as soon as the chip takes it, and then with rests between them. Run with {@code -Dganglion.odin-rtl=FOLDER}.
 */
final class TinyOdinSpeed {

    private static final int INPUTS = 4_000;

    /** Cycles between inputs; a row takes 513 and more. */
    private static final int[] RESTS = {0, 10_000};

    private static final int REPETITIONS = 50;

    private static final int THRESHOLD = 200;

    private TinyOdinSpeed() {}

    public static void main(String[] arguments) throws IOException {
        for (int rest : RESTS) {
            System.out.println("an input each " + rest + " cycles, or as soon as it is taken");
            compare(network(rest));
        }
    }

    private static void compare(DrawnCase drawn) throws IOException {
        TinyOdin chip = drawn.chip();
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPETITIONS; i++) {
            for (int n = 0; n < TinyOdin.NEURONS; n++) {
                chip.setNeuron(n, drawn.words()[n]);
            }
            outputs.clear();
            lost.clear();
            long begun = System.nanoTime();
            chip.run(drawn.inputs(), outputs, lost, drawn.until());
            best = Math.min(best, (System.nanoTime() - begun) * 1e-9);
        }
        String answer;
        double hardware;
        try (Verilated verilated =
                Verilated.of("tinyODIN", "tinyODIN", "tinyodin", Files.createTempDirectory("tinyodin"))) {
            String text = drawn.text();
            answer = verilated.answer(text);
            hardware = verilated.processorSeconds();
        }
        System.out.printf(
                "%d synaptic operations, %d output events, %s%n",
                chip.synapticOperations(), outputs.size(), answer.equals(drawn.answer()) ? "equal" : "different");
        System.out.printf("Verilator: %.3f s, %.3g operations/s%n", hardware, chip.synapticOperations() / hardware);
        System.out.printf("model: %.6f s, %.3g operations/s%n", best, chip.synapticOperations() / best);
        System.out.printf("ratio: %.0f%n", hardware / best);
    }

    private static DrawnCase network(int rest) {
        Random random = new Random(1);
        int[] words = new int[TinyOdin.NEURONS];
        int[][] rows = new int[TinyOdin.NEURONS][];
        for (int i = 0; i < TinyOdin.NEURONS; i++) {
            words[i] = TinyOdin.word(false, 1, THRESHOLD, 0);
            rows[i] = random.ints(TinyOdin.NEURONS, TinyOdin.LOWEST_WEIGHT, TinyOdin.HIGHEST_WEIGHT + 1)
                    .toArray();
        }
        AddressEvents inputs = new AddressEvents();
        for (int i = 0; i < INPUTS; i++) {
            inputs.add((long) rest * i, TinyOdin.spike(random.nextInt(TinyOdin.NEURONS)));
        }
        return new DrawnCase(
                new TinyOdin.Settings(TinyOdin.NEURONS, false, false, 0), words, rows, inputs, (2000L + rest) * INPUTS);
    }
}
