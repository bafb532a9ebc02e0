package ganglion.odin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The models and the hardware descriptions agree on drawn networks: output events, lost spikes and the cycle of each, and all states at the
 * end.
 */
class HardwareTest {

    private static final int CASES = 200;

    @ParameterizedTest
    @EnumSource
    void doesWhatTheHardwareDid(Described chip) throws IOException {
        assertAll(chip.vectors().map(vector -> () -> {
            String seed = vector.substring(0, vector.indexOf(' '));
            assertEquals(
                    vector,
                    seed + " " + Tally.vector(chip.draw(Long.parseLong(seed)).answer()));
        }));
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void agreesWithItsHardwareDescription(Described chip, @TempDir Path folder) throws IOException {
        try (Verilated hardware = chip.open(folder)) {
            for (long seed = 1; seed <= CASES; seed++) {
                ChipCase drawn = chip.draw(seed);
                assertEquals(hardware.answer(drawn.text()), drawn.answer(), "seed " + seed);
            }
        }
    }

    /** {@code CHIP FIRST LAST [VECTORS]}: compares these seeds, prints each that differs, and writes a line for each to a file. */
    public static void main(String[] arguments) throws IOException {
        Described chip = Described.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        long first = Long.parseLong(arguments[1]);
        long last = Long.parseLong(arguments[2]);
        StringBuilder vectors = new StringBuilder();
        Tally tally = new Tally();
        try (Verilated hardware = chip.open(Files.createTempDirectory("described"))) {
            for (long seed = first; seed <= last; seed++) {
                ChipCase drawn = chip.draw(seed);
                String answer = hardware.answer(drawn.text());
                if (!answer.equals(drawn.answer())) {
                    System.out.println("seed " + seed + " differs");
                }
                tally.add(answer);
                vectors.append(seed).append(' ').append(Tally.vector(answer)).append('\n');
            }
        }
        System.out.println("seeds " + first + " to " + last + ": " + tally);
        if (arguments.length > 3) {
            Files.writeString(Path.of(arguments[3]), vectors);
        }
    }
}
