package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles can be listed, read with their sources, and checked. */
final class ProfileCommandTest {

    private static final Path BUILT_IN =
            ProjectRoot.find().resolve("hardware-profiles/src/main/resources/ganglion/hardware/profiles");

    @TempDir
    private Path folder;

    @Test
    void theProfilesThatShipAreListed() throws IOException {
        Outcome list = ganglion("profile", "list", "--json");

        list.assertFine();
        List<String> names = new ObjectMapper().readTree(list.out()).findValuesAsText("name");
        assertTrue(names.containsAll(List.of("loihi", "truenorth", "xylo-audio-2", "stm32u575")), names::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loihi", "truenorth", "xylo-audio-2", "stm32u575"})
    void aSheetNamesTheSourceOfEachFigure(String name) {
        Outcome sheet = ganglion("profile", "show", name);

        sheet.assertFine();
        assertTrue(sheet.out().startsWith(name + ": "), sheet.out());
        assertTrue(sheet.out().contains("sources\n  [1] "), sheet.out());
    }

    @Test
    void theDocumentHoldsFiguresInBaseUnits() throws IOException {
        Outcome shown = ganglion("profile", "show", "loihi", "--json");

        shown.assertFine();
        JsonNode figure = new ObjectMapper().readTree(shown.out()).at("/figures/energy/synaptic operations");
        assertEquals("J", figure.get("unit").asText(), shown.out());
        assertTrue(figure.get("value").asDouble() > 1e-12 && figure.get("value").asDouble() < 1e-10, shown.out());
        assertTrue(figure.get("source").asText().length() > 10, shown.out());
        assertEquals("marginal", figure.get("remark").asText(), shown.out());
        assertEquals(
                "465 ns",
                new ObjectMapper()
                        .readTree(shown.out())
                        .at("/figures/time-model/barrier of 32 tiles/text")
                        .asText(),
                shown.out());
    }

    @Test
    void aProfileShowsWhatItsNeuronsComputeAndByWhichSource() throws IOException {
        Outcome sheet = ganglion("profile", "show", "odin");
        Outcome shown = ganglion("profile", "show", "odin", "--json");

        assertTrue(sheet.out().contains("\ncomputes\n  neuron equations"), sheet.out());
        JsonNode neurons = new ObjectMapper().readTree(shown.out()).at("/computes/neurons");
        assertTrue(neurons.get("has").toString().contains("\"linear-leak\""), shown.out());
        assertTrue(neurons.get("source").asText().length() > 10, shown.out());
    }

    @Test
    void aProfileCanBeShownAtAnotherOperatingPoint() throws IOException {
        Outcome shown = ganglion("profile", "show", "odin@1.3MHz");
        Path file = Files.copy(BUILT_IN.resolve("odin.yaml"), folder.resolve("mine.yaml"));

        shown.assertFine();
        assertTrue(shown.out().startsWith("odin@1.3MHz: "), shown.out());
        assertTrue(shown.out().contains("asked for; the profile's own is 75 MHz"), shown.out());
        assertTrue(shown.out().contains("29.61 µW"), shown.out());
        assertEquals(shown.out(), ganglion("profile", "show", file + "@1.3MHz").out());
    }

    @Test
    void aNewProfileIsValidAndLacksNothing() {
        for (String kind : List.of("spiking", "processor")) {
            Path file = folder.resolve(kind + ".yaml");

            Outcome written = ganglion("profile", "new", "my-chip", "--kind", kind, "--out", file);
            Outcome checked = ganglion("profile", "validate", file);

            written.assertFine();
            assertEquals("wrote " + file + "; check it with: ganglion profile validate " + file + "\n", written.out());
            checked.assertFine();
            assertEquals(file + ": valid\n", checked.out());
            ganglion("profile", "show", file).assertFine();
        }
    }

    @Test
    void schemaAndReferenceArePrinted() throws IOException {
        Outcome schema = ganglion("profile", "validate", "--schema");
        Outcome reference = ganglion("profile", "validate", "--reference");

        schema.assertFine();
        assertEquals(
                "urn:ganglion:hardware-profile:1",
                new ObjectMapper().readTree(schema.out()).get("$id").asText());
        reference.assertFine();
        assertTrue(reference.out().startsWith("# Hardware profile reference\n"), reference.out());
    }

    @Test
    void problemsAreADocumentForScripts() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine\n");

        Outcome checked = ganglion("profile", "validate", file, "--json");

        assertEquals(ExitCode.BAD_INPUT, checked.code());
        JsonNode first = new ObjectMapper().readTree(checked.out()).at("/files/0");
        assertEquals(file.toString(), first.get("file").asText());
        int more = first.get("problems").size() - 3;
        assertTrue(more > 0, checked.out());
        assertEquals(3, checked.errorLines().size());
        assertTrue(
                checked.errorLines().get(2).endsWith(" (and " + more + " more problems)"),
                checked.errorLines().get(2));
    }
}
