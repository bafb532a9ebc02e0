package ganglion.odin;

import java.io.IOException;
import java.nio.file.Files;

/**
 * Prints how fast the model is and how fast the hardware description is in Verilator, on the same network: 256 neurons of one kind, all
 * synapses mapped, weights drawn from 0 to 7, every second row inhibitory. Run with {@code -Dganglion.odin-rtl=FOLDER}.
 */
final class OdinSpeed {

    private static final int INPUTS = 2_000;

    private static final int REPETITIONS = 40;

    /** A leaky integrate-and-fire neuron that leaks 1 and fires at 200. */
    private static final long LIF = 1 | 1 << 1 | 1 << 8 | 200 << 9;

    /** The same, and its synapses learn. */
    private static final long LEARNS = LIF | 1 << 17 | 100 << 18 | 7L << 29 | 7L << 32;

    /** A phenomenological Izhikevich neuron whose accumulator overflows at 64, that fires at 5 and is then refractory. */
    private static final long IZHIKEVICH = 3 << 9 | 5 << 19 | 2 << 22;

    private OdinSpeed() {}

    public static void main(String[] arguments) throws IOException {
        try (Verilated verilated = OdinHardwareTest.hardware(Files.createTempDirectory("odin"))) {
            compare("leaky integrate-and-fire", OdinCase.busy(0, LIF, INPUTS), verilated);
            compare("leaky integrate-and-fire, learning", OdinCase.busy(0, LEARNS, INPUTS), verilated);
            compare("phenomenological Izhikevich", OdinCase.busy(0, IZHIKEVICH, INPUTS), verilated);
        }
    }

    private static void compare(String name, OdinCase drawn, Verilated verilated) throws IOException {
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        double best = Double.POSITIVE_INFINITY;
        long operations = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            Odin chip = drawn.chip();
            outputs.clear();
            lost.clear();
            long begun = System.nanoTime();
            chip.run(drawn.events(), outputs, lost, Long.MAX_VALUE / 2);
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
}
