package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.figure.FigureKind;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.library.TotalFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate: what measurements say of the profiles that ship. */
class ShippedValidationTest {

    private static final Path TABLE =
            Path.of("src", "main", "resources", "ganglion", "hardware", "validation", "devices.csv");

    private final Validation shipped = Validation.shipped();

    @Test
    void noHeldOutMeasurementLeavesItsIntervalAndNoReasonIsStale() {
        List<String> surprises = shipped.surprises().stream()
                .map(judged -> judged.found().name() + ": ratio "
                        + RatioText.of(judged.found().ratio()) + ", " + RatioText.place(judged)
                        + " its interval of a factor of " + RatioText.of(judged.factor()))
                .toList();

        assertEquals(List.of(), surprises, "see `outside` in docs/validation.md");
    }

    @Test
    void noTwoCasesHaveOneName() {
        List<String> names = ValidationCases.shipped().published().stream()
                .map(PublishedCase::name)
                .toList();

        assertEquals(names.stream().distinct().toList(), names);
    }

    /** What is fitted to as many measurements as it has constants says nothing on its own. */
    @Test
    void noDeviceHasMoreFitsThanFreeConstants() {
        for (DeviceValidation device : shipped.devices()) {
            long constants = TotalFigures.of(device.profile()).stream()
                    .filter(figure -> figure.kind() == FigureKind.FITTED || figure.kind() == FigureKind.DERIVED)
                    .count();

            assertTrue(
                    device.calibrating().size() <= constants,
                    () -> device.profile().name() + " has "
                            + device.calibrating().size() + " fits and " + constants
                            + " figures that are fitted or derived");
        }
    }

    @Test
    void theTableThatRunsReadIsThatOfTheMeasurements() throws Exception {
        String table = ReliabilityTable.of(shipped);
        if (Boolean.getBoolean("ganglion.update-validation")) {
            Files.writeString(TABLE, table);
        }

        assertEquals(table, Files.readString(TABLE), "run this test with -Dganglion.update-validation=true");
    }

    @Test
    void runsGetWhatTheMeasurementsSay() throws Exception {
        for (DeviceValidation device : shipped.devices()) {
            Reliability read =
                    Reliabilities.of(ProfileLibrary.find(device.profile().name()));

            assertEquals(
                    device.reliability().grade(), read.grade(), device.profile().name());
            assertEquals(device.reliability().heldOut(), read.heldOut());
            assertClose(device.reliability().factor().orElse(0), read.factor().orElse(0));
            assertClose(
                    device.reliability().medianRatio().orElse(0),
                    read.medianRatio().orElse(0));
            assertClose(
                    device.reliability().worstRatio().orElse(0),
                    read.worstRatio().orElse(0));
        }
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, 1e-3 * expected);
    }

    @Test
    void thePageHasEveryCaseOnce() {
        String page = ValidationPage.of(shipped, "validation.svg");

        ValidationCases.shipped().published().forEach(published -> {
            String row = "\n| " + published.name() + " | ";
            assertTrue(page.indexOf(row) > 0 && page.indexOf(row) == page.lastIndexOf(row), published.name());
            assertTrue(page.contains("\n* " + published.name() + ": " + published.remark()), published.name());
        });
        shipped.omitted().forEach(omitted -> assertTrue(page.contains(omitted.reason()), omitted.name()));
    }
}
