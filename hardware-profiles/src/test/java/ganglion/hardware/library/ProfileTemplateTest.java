package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure.FigureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTemplateTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isAValidProfileOfPlaceholders(ProfileTemplate template) throws Exception {
        HardwareProfile profile =
                ProfileLibrary.read(Files.writeString(folder.resolve("my-chip.yaml"), template.text("my-chip")));

        assertEquals("my-chip", profile.name());
        assertEquals(
                template == ProfileTemplate.SPIKING ? Execution.SPIKING : Execution.DENSE,
                profile.cores().execution());
        ProfileRows.of(profile).rows().forEach(row -> {
            assertEquals(FigureKind.ASSUMED, row.figure().kind(), row.toString());
            assertTrue(row.note().contains("replace me"), row.toString());
        });
    }

    @ParameterizedTest
    @CsvSource({"My Chip", "a_b", "''", "-a"})
    void refusesANameThatNoProfileMayHave(String name) {
        assertEquals(
                "found \"" + name + "\", expected a name of lower-case letters, digits and hyphens",
                assertThrows(IllegalArgumentException.class, () -> ProfileTemplate.SPIKING.text(name))
                        .getMessage());
    }

    @Test
    void refusesTheNameOfAShippedProfile() {
        assertThrows(IllegalArgumentException.class, () -> ProfileTemplate.SPIKING.text("loihi"));
    }

    @Test
    void isChosenByItsWord() {
        assertEquals(ProfileTemplate.PROCESSOR, ProfileTemplate.of("processor"));
        assertEquals(
                "found the kind \"spikin\", expected one of spiking, processor, did you mean \"spiking\"?",
                assertThrows(IllegalArgumentException.class, () -> ProfileTemplate.of("spikin"))
                        .getMessage());
    }
}
