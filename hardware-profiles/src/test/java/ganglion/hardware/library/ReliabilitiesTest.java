package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Reliability found = Reliabilities.of(ProfileLibrary.find("truenorth"));

        assertEquals(Grade.A, found.grade());
        assertTrue(found.heldOut() >= 1);
        assertTrue(found.factor().orElseThrow() > 1);
        assertEquals(found, Reliabilities.of(truenorth("truenorth", "truenorth")), "a copy");
    }

    @Test
    void aProfileKeepsItsReliabilityAtEveryPointOfItsLaws() throws Exception {
        OperatingPointRequest slow = new OperatingPointRequest(OptionalDouble.of(60e6), OptionalDouble.empty());
        Reliability own = Reliabilities.of(ProfileLibrary.find("stm32u575"));

        assertEquals(own, Reliabilities.of(ProfileLibrary.find("stm32u575", slow)));
        assertTrue(own.grade().compareTo(Grade.B) <= 0);
    }

    @Test
    void aChangedProfileUnderTheSameNameIsUnvalidated() throws Exception {
        assertEquals(
                Reliability.unvalidated(Grade.C), Reliabilities.of(truenorth("value: 2.297 pJ", "value: 2.298 pJ")));
    }

    @Test
    void anAssumedFigureCostsAGradeIfItIsInTheTotal() throws Exception {
        assertEquals(
                Reliability.unvalidated(Grade.D),
                Reliabilities.of(truenorth("2.297 pJ\n    kind: fitted", "2.297 pJ\n    kind: assumed")));
        assertEquals(
                Reliability.unvalidated(Grade.C),
                Reliabilities.of(truenorth("value: 256, kind: quoted", "value: 256, kind: assumed")));
    }
}
