package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.library.ProfileLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationPageTest {

    @Test
    void estimatesFromRatesAndFiguresAlone() throws Exception {
        HardwareProfile loihi = ProfileLibrary.find("loihi");

        RateEstimate estimate = RateEstimate.of(loihi, 2, Map.of(Operation.SYNAPTIC_OPERATION, 1e9));

        assertEquals(2 * 0.104 + 23.6e-3, estimate.watts(), 1e-12);
        assertEquals(2 * 0.104 + 35.5e-3, estimate.interval().high(), 1e-12);
        assertThrows(
                IllegalArgumentException.class,
                () -> RateEstimate.of(loihi, 1, Map.of(Operation.CROSSBAR_OPERATION, 1.0)));
        HardwareProfile unknown = ProfileLibrary.find("akida");
        assertThrows(IllegalArgumentException.class, () -> RateEstimate.of(unknown, 1, Map.of()));
    }

    @Test
    void reproducesTheSourcesOfTheProfiles() throws Exception {
        for (ValidationCase found : ValidationCases.shipped().estimated()) {
            if (found.role() == ValidationCase.Role.CALIBRATES) {
                assertEquals(1, found.ratio(), 0.005, found.name());
            }
        }
    }

    @Test
    void forecastsTrueNorthFromTwoPointsElsewhere() throws Exception {
        ValidationCase allIn = ValidationCases.shipped().estimated().stream()
                .filter(found -> found.name().contains("20 Hz"))
                .findFirst()
                .orElseThrow();

        // 64.43 mW over 1 048 576 neurons x 20 Hz x 128 synapses, and 2.297 pJ.
        assertEquals(64.43e-3 / 2.68435456e9 + 2.297e-12, allIn.estimate(), 1e-15);
        assertEquals(26.3 / 26, allIn.ratio(), 0.001);
    }

    @Test
    void hidesNothingThatTurnsOutBadly() throws Exception {
        List<ValidationCase> heldOut = ValidationCases.shipped().estimated().stream()
                .filter(found -> found.role() == ValidationCase.Role.HELD_OUT)
                .toList();

        assertTrue(heldOut.size() >= 5);
        assertTrue(heldOut.stream().anyMatch(found -> found.ratio() < 0.01), "the GPU at full load");
        assertTrue(ValidationCases.shipped().omitted().size() >= 8);
    }

    @Test
    void theCommittedPageIsWhatTheCommandWrites(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("docs").resolve("validation.md");

        ValidationPage.main(new String[] {page.toString()});

        assertEquals(Files.readString(Path.of("../docs/validation.md")), Files.readString(page));
        try (var files = Files.list(page.getParent())) {
            assertEquals(1, files.count());
        }
    }
}
