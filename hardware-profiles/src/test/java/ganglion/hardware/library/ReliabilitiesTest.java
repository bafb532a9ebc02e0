package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReliabilitiesTest {

    @TempDir
    private Path folder;

    /** TrueNorth as a file of a user, who has changed it. */
    private HardwareProfile truenorth(String before, String after) throws Exception {
        try (var stream = getClass().getResourceAsStream("/ganglion/hardware/profiles/truenorth.yaml")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains(before), text);
            return ProfileLibrary.read(
                    Files.writeString(folder.resolve("mine.yaml"), text.replaceFirst(before, after)));
        }
    }

    @Test
    void aProfileThatShipsHasWhatItsMeasurementsSay() throws Exception {
        Map<Boundary, Reliability> found = Reliabilities.of(ProfileLibrary.find("truenorth"));

        assertEquals(Grade.B, found.get(Boundary.ALWAYS_ON).grade());
        assertTrue(found.get(Boundary.ALWAYS_ON).heldOut() >= 1);
        assertTrue(found.get(Boundary.ALWAYS_ON).factor().orElseThrow() > 1);
        assertEquals(Grade.C, found.get(Boundary.MARGINAL).grade());
        assertEquals(found, Reliabilities.of(truenorth("truenorth", "truenorth")), "a copy");
    }

    @Test
    void aProfileKeepsItsReliabilityAtEveryPointOfItsLaws() throws Exception {
        OperatingPointRequest slow = new OperatingPointRequest(OptionalDouble.of(60e6), OptionalDouble.empty(), 1);
        Map<Boundary, Reliability> own = Reliabilities.of(ProfileLibrary.find("stm32u575"));

        assertEquals(own, Reliabilities.of(ProfileLibrary.find("stm32u575", slow)));
        assertTrue(own.get(Boundary.ACTIVE).grade().compareTo(Grade.B) <= 0);
    }

    @Test
    void aChangedProfileUnderTheSameNameIsUnvalidated() throws Exception {
        assertEquals(
                Boundary.each(Reliability.unvalidated(Grade.C)),
                Reliabilities.of(truenorth("value: 1.481 pJ", "value: 1.482 pJ")));
    }

    @Test
    void figuresOfASisterCostAGrade() throws Exception {
        HardwareProfile sister = truenorth("execution: spiking", "sister-of: TrueNorth B\nexecution: spiking");

        assertEquals(Boundary.each(Reliability.unvalidated(Grade.D)), Reliabilities.of(sister));
        assertTrue(sister.about().title().endsWith(" (by figures of TrueNorth B, a sister chip)"));
    }

    @Test
    void anAssumedFigureCostsAGradeIfItIsInTheTotal() throws Exception {
        assertEquals(
                Boundary.each(Reliability.unvalidated(Grade.D)),
                Reliabilities.of(truenorth("1.481 pJ\n    kind: fitted", "1.481 pJ\n    kind: assumed")));
        assertEquals(
                Boundary.each(Reliability.unvalidated(Grade.C)),
                Reliabilities.of(truenorth("value: 256, kind: quoted", "value: 256, kind: assumed")));
    }
}
