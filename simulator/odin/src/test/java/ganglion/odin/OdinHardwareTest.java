package ganglion.odin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model and the hardware description of ODIN agree on drawn networks: output events, lost spikes and the cycle of each, both memories
 * and the flags for learning.
 */
@Tag("slow")
class OdinHardwareTest {

    private static final int CASES = 100;

    @Test
    void agreesWithItsHardwareDescription(@TempDir Path folder) throws IOException {
        try (Verilated hardware = hardware(folder)) {
            for (long seed = 1; seed <= CASES; seed++) {
                OdinCase drawn = OdinCase.of(seed);
                assertEquals(hardware.answer(drawn.text()), drawn.answer(), "seed " + seed);
            }
        }
    }

    /** A register is named as a later version of Verilog names a type, and what is undefined is 0. */
    static Verilated hardware(Path build) throws IOException {
        return Verilated.of(
                "ODIN", "ODIN", "odin", build, "--language", "1364-2005", "--x-assign", "0", "--x-initial", "0");
    }

    /** {@code FIRST LAST [VECTORS]}: compares these seeds, prints each that differs, and writes a line for each to a file. */
    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[0]);
        long last = Long.parseLong(arguments[1]);
        StringBuilder vectors = new StringBuilder();
        Tally tally = new Tally();
        try (Verilated hardware = hardware(Files.createTempDirectory("odin"))) {
            for (long seed = first; seed <= last; seed++) {
                OdinCase drawn = OdinCase.of(seed);
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
