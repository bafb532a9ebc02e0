package ganglion.odin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model and the hardware description of tinyODIN agree on drawn networks: output events, lost spikes, potentials, the queue, and the
 * cycle of each.
 */
@Tag("slow")
class TinyOdinHardwareTest {

    private static final int CASES = 200;

    @Test
    void agreesWithItsHardwareDescription(@TempDir Path folder) throws IOException {
        try (Verilated hardware = Verilated.of("tinyODIN", "tinyODIN", "tinyodin", folder)) {
            for (long seed = 1; seed <= CASES; seed++) {
                DrawnCase drawn = DrawnCase.of(seed);
                assertEquals(hardware.answer(drawn.text()), drawn.answer(), "seed " + seed);
            }
        }
    }

    /** {@code FIRST LAST [VECTORS]}: compares these seeds, prints each that differs, and writes a line for each to a file. */
    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[0]);
        long last = Long.parseLong(arguments[1]);
        StringBuilder vectors = new StringBuilder();
        Tally tally = new Tally();
        try (Verilated hardware =
                Verilated.of("tinyODIN", "tinyODIN", "tinyodin", Files.createTempDirectory("tinyodin"))) {
            for (long seed = first; seed <= last; seed++) {
                DrawnCase drawn = DrawnCase.of(seed);
                String answer = hardware.answer(drawn.text());
                if (!answer.equals(drawn.answer())) {
                    System.out.println("seed " + seed + " differs");
                }
                tally.add(answer);
                vectors.append(seed).append(' ').append(Tally.vector(answer)).append('\n');
            }
        }
        System.out.println("seeds " + first + " to " + last + ": " + tally);
        if (arguments.length > 2) {
            Files.writeString(Path.of(arguments[2]), vectors);
        }
    }
}
