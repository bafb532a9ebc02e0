package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileRows;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.validation.ValidationCases.PublishedCase;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The gate: what measurements say of the profiles that ship. */
class ShippedValidationTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "ganglion", "hardware");
    private static final Path TABLE = RESOURCES.resolve("validation").resolve("devices.csv");

    private final ValidationResult shipped = ValidationResult.shipped();

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

    @Test
    void thereAreMeasurementsEnoughToJudgeBy() {
        long devicesHeldOut = shipped.devices().stream()
                .filter(device -> !device.heldOut().isEmpty())
                .count();

        assertTrue(shipped.heldOut().size() + shipped.calibrating().size() >= 60);
        assertTrue(shipped.devices().size() >= 20);
        assertTrue(shipped.heldOut().size() >= 30);
        assertTrue(devicesHeldOut >= 12, () -> devicesHeldOut + " devices");
    }

    /** What is fitted to as many measurements as it has constants says nothing on its own. */
    @Test
    void noDeviceHasMoreFitsThanFreeConstants() throws Exception {
        for (DeviceValidation device : ownChips()) {
            long constants = constants(device.profile());

            assertTrue(
                    device.calibrating().size() <= constants,
                    () -> device.profile().name() + " has "
                            + device.calibrating().size() + " fits and " + constants + " constants");
        }
    }

    /** Those that stand for no sister chip. */
    private List<DeviceValidation> ownChips() {
        return shipped.devices().stream()
                .filter(device -> device.profile().about().sister().isEmpty())
                .toList();
    }

    /** The figures that were fitted, parts of a sum counted one by one; where there are none, those of the published law. */
    private static long constants(HardwareProfile profile) throws Exception {
        String document = Files.readString(RESOURCES.resolve("profiles").resolve(profile.name() + ".yaml"));
        long fitted =
                Pattern.compile("kind: fitted").matcher(document).results().count();
        return fitted > 0
                ? fitted
                : ProfileRows.of(profile).rows().stream()
                        .filter(row -> row.inTotals() && row.figure().kind() != FigureKind.ASSUMED)
                        .count();
    }

    @Test
    void theTableThatRunsReadIsThatOfTheMeasurements() throws Exception {
        String table = ReliabilityTable.of(shipped);
        if (Boolean.getBoolean("ganglion.update-validation")) {
            Files.writeString(TABLE, table);
        }

        assertEquals(table, Files.readString(TABLE), "run this test with -Dganglion.update-validation=true");
    }

    /** The data set that stands apart from the program. */
    @Test
    void theDataSetIsThatOfTheMeasurements() throws Exception {
        Path folder = Path.of("..", "measurements");
        for (Map.Entry<String, String> text : ValidationData.files().entrySet()) {
            Path file = folder.resolve(text.getKey());
            if (Boolean.getBoolean("ganglion.update-validation")) {
                Files.writeString(file, text.getValue());
            }

            assertEquals(
                    text.getValue(), Files.readString(file), "run this test with -Dganglion.update-validation=true");
        }
    }

    @Test
    void runsGetWhatTheMeasurementsSay() throws Exception {
        for (DeviceValidation device : ownChips()) {
            Map<Boundary, Reliability> read =
                    Reliabilities.of(ProfileLibrary.find(device.profile().name()));
            device.reliability().forEach((boundary, expected) -> assertSame(expected, read.get(boundary)));
        }
    }

    private static void assertSame(Reliability expected, Reliability read) {
        assertEquals(expected.grade(), read.grade());
        assertEquals(expected.heldOut(), read.heldOut());
        assertClose(expected.factor().orElse(0), read.factor().orElse(0));
        assertClose(expected.medianRatio().orElse(0), read.medianRatio().orElse(0));
        assertClose(expected.worstRatio().orElse(0), read.worstRatio().orElse(0));
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, 1e-3 * expected);
    }

    @Test
    void theListHasEveryCaseOnceAndThePageEveryReason() {
        String page = ValidationPage.of(shipped, "validation.svg");
        String list = ValidationPage.ofMeasurements(shipped);

        ValidationCases.shipped().published().forEach(published -> {
            String row = "\n| " + published.name() + " | ";
            assertTrue(list.indexOf(row) > 0 && list.indexOf(row) == list.lastIndexOf(row), published.name());
            String source = published.evidence().source().replace("*", "\\*");
            assertTrue(list.contains(source + ". "), published.name());
        });
        shipped.omitted().forEach(omitted -> assertTrue(page.contains(omitted.reason()), omitted.name()));
    }
}
