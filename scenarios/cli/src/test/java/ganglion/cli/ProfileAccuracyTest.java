package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    @Test
    void judgesAFileOfMeasurementsAlone() throws IOException {
        Path file = Files.writeString(out.resolve("mine.yaml"), """
                studies: {lab-2026: {laboratory: us}}
                cases:
                  - {case: Loihi in our rack, profile: loihi, boundary: always-on, workload: {type: power}, measured: 110 mW,
                     mark: published, study: lab-2026, source: us, role: held-out, remark: none}
                  - {case: Loihi on fire, profile: loihi, boundary: always-on, workload: {type: power}, measured: 9 W,
                     mark: published, study: lab-2026, source: us, role: held-out, remark: none}
                """);

        Outcome shown = ganglion("profile", "accuracy", "--measurements", file);

        assertEquals(ExitCode.EXPECTATION_FAILED, shown.code(), "one lies outside");
        assertTrue(shown.out().contains("spiking  other laboratory     2 "), shown.out());
        assertTrue(
                shown.out().contains("\n  Loihi in our rack  always on    110 mW    104 mW   0.95  held out, inside\n"),
                shown.out());
        assertTrue(shown.out().contains("held out, outside\n"), shown.out());
        assertEquals(
                "Loihi on fire: found outside the interval of its estimate, expected a reason, \"outside\"",
                shown.err().strip());
        Files.writeString(
                file, Files.readString(file).replace("remark: none}\n  - ", "remark: none, outside: hot}\n  - "));
        assertTrue(ganglion("profile", "accuracy", "--measurements", file)
                .err()
                .startsWith("Loihi in our rack: found inside the interval of its estimate, expected no \"outside\"\n"));
        assertFalse(shown.out().contains("truenorth"), shown.out());
    }

    @Test
    void whatIsWrittenIsOfAllDevices() {
        for (String other : List.of("loihi", "--json")) {
            Outcome refused = ganglion("profile", "accuracy", other, "--data", out.resolve("data"));

            assertEquals(ExitCode.BAD_INPUT, refused.code());
            assertTrue(refused.err().contains(" beside --data, which writes all devices, expected it alone"));
            assertFalse(Files.exists(out.resolve("data")));
        }
    }

    @Test
    void theDataSetIsWritten() throws IOException {
        ganglion("profile", "accuracy", "--data", out).assertFine();

        assertTrue(Files.readString(out.resolve("measurements.csv"))
                .startsWith("case,device,chip,clock_Hz,voltage_V,boundary,"));
        assertTrue(new ObjectMapper()
                .readTree(out.resolve("networks.json").toFile())
                .has("mlperf-tiny-ad"));
        assertTrue(Files.exists(out.resolve("measurements.schema.json")));
    }

    @Test
    void aForecastIsMadeAndScored() throws IOException {
        Path file = Files.writeString(out.resolve("networks.yaml"), """
                forecasts:
                  - {forecast: A net, profile: loihi, boundary: always-on, workload: {type: power}, source: us, remark: none}
                """);
        Outcome made = ganglion("profile", "forecast", file, "--out", out.resolve("forecasts"));
        made.assertFine();
        Path forecast = Path.of(made.out().strip().substring("wrote ".length()));
        String text = Files.readString(forecast);
        Files.writeString(file, Files.readString(file).replace("profile: loihi", "profile: truenorth"));
        Outcome again = ganglion("profile", "forecast", file, "--out", out.resolve("forecasts"));
        again.assertFine();
        assertEquals("kept " + forecast + ", made today", again.out().strip());
        assertEquals(text, Files.readString(forecast));

        Outcome inside = ganglion("profile", "score", forecast, "--measured", "110 mW", "--source", "Doe et al. 2027");
        Outcome outside = ganglion("profile", "score", forecast, "--measured", "9 W");
        Outcome other = ganglion("profile", "score", forecast, "--measured", "9 W", "--profile", file);
        Outcome energy = ganglion("profile", "score", forecast, "--measured", "9 J");

        inside.assertFine();
        assertTrue(inside.out().startsWith("A net\n  forecast  104 mW, grade "), inside.out());
        assertTrue(
                inside.out().endsWith("\n  measured  110 mW, Doe et al. 2027\n  ratio     0.95, inside the interval\n"),
                inside.out());
        assertEquals(ExitCode.EXPECTATION_FAILED, outside.code());
        assertTrue(outside.out().contains(", outside the interval\n"), outside.out());
        assertEquals(ExitCode.BAD_INPUT, other.code());
        assertTrue(
                other.err().contains("found a profile other than that of the forecast, expected its SHA-256"),
                other.err());
        assertTrue(ganglion("profile", "score", forecast, "--measured", "9 W", "--profile", "none.yaml")
                .err()
                .contains("none.yaml: there is no such file"));
        assertEquals(ExitCode.BAD_INPUT, energy.code());
        assertTrue(energy.err().contains("--measured: found \"9 J\", expected a power such as 104 mW"), energy.err());
    }
}
