package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody can see how far estimates are from measurements. */
final class ProfileAccuracyTest {

    @TempDir
    private Path out;

    @ParameterizedTest
    @ValueSource(strings = {"validation.md", "validation-reference.md", "validation.svg"})
    void theDocumentationIsWhatTheCommandWrites(String file) throws IOException {
        ganglion("profile", "accuracy", "--out", out).assertFine();

        assertEquals(
                Files.readString(ProjectRoot.find().resolve("docs").resolve(file)),
                Files.readString(out.resolve(file)),
                "ganglion profile accuracy --out docs");
    }

    @Test
    void showsADeviceWithItsMeasurements() {
        Outcome shown = ganglion("profile", "accuracy", "truenorth");

        shown.assertFine();
        assertTrue(shown.out().startsWith("profile    fits  votes  marginal"), shown.out());
        assertTrue(shown.out().contains("\ntruenorth  "), shown.out());
        assertTrue(shown.out().contains("held out, inside\n"), shown.out());
        assertFalse(shown.out().contains("odin"), shown.out());
    }

    @Test
    void showsAllDevicesUnderWhatWeAimFor() {
        Outcome shown = ganglion("profile", "accuracy");

        shown.assertFine();
        assertTrue(shown.out().startsWith("devices       who measured "), shown.out());
        assertTrue(shown.out().contains("\nspiking       other laboratory "), shown.out());
        assertTrue(shown.out().contains("\ndevices       boundary "), shown.out());
        assertTrue(shown.out().contains("\ntruenorth ") && shown.out().contains("\nodin "), shown.out());
    }

    @Test
    void measurementsAreADocumentForScripts() throws IOException {
        Outcome shown = ganglion("profile", "accuracy", "truenorth", "--json");

        shown.assertFine();
        JsonNode device = new ObjectMapper().readTree(shown.out()).get(0);
        assertEquals("C", device.at("/boundaries/marginal/grade").asText(), "nobody measured a marginal energy");
        assertTrue(device.at("/boundaries/always-on/factor").asDouble() > 1);
        for (JsonNode found : device.get("cases")) {
            double ratio =
                    found.get("estimate").asDouble() / found.get("measured").asDouble();
            assertEquals(ratio, found.get("ratio").asDouble(), 1e-12);
            assertEquals(found.get("heldOut").asBoolean(), found.has("low"), found::toString);
            assertFalse(found.get("study").asText().isEmpty());
        }
    }

    @Test
    void aDeviceNobodyMeasuredIsNamedAndAnUnknownOneRefused() {
        Outcome shown = ganglion("profile", "accuracy", "akida");

        shown.assertFine();
        assertEquals("akida: no measurement of the whole device\n", shown.out());
    }
}
