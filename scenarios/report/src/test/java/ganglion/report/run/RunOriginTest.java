package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.kernel.MembraneTrace;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run directory says of how the run came about: origin, manifest, names of files. */
class RunOriginTest {

    @TempDir
    private Path folder;

    @Test
    void isReadBackAsItWasWritten() throws Exception {
        RunOrigin origin = new RunOrigin(
                "../a b.yaml", List.of("odin@1.3MHz", "../mine.yaml"), Map.of("/network/beta", "0.5"), 7, true, "abc");

        origin.write(folder.resolve(RunOrigin.FILE));

        assertEquals(origin, RunOrigin.read(folder));
    }

    @Test
    void namesTheScenarioByItsPathFromTheRunDirectory() throws Exception {
        TinyScenario scenario = new TinyScenario(folder.resolve("scenario"));

        Path directory = scenario.runInto(folder.resolve("runs/one"));

        RunOrigin origin = RunOrigin.read(directory);
        assertEquals(scenario.file(), directory.resolve(origin.scenario()).normalize());
        assertFalse(Path.of(origin.scenario()).isAbsolute(), origin.scenario());
    }

    @Test
    void theFingerprintChangesWithTheNetworkAndWithNothingElse() throws Exception {
        String network = fingerprint("one", "[[1, 0.5]]", "[[1, 0.5]]");

        assertEquals(network, fingerprint("two", "hardware: [loihi]", "hardware: []"));
        assertNotEquals(network, fingerprint("three", "[[1, 0.5]]", "[[1, 0.25]]"));
    }

    private String fingerprint(String name, String part, String replacement) throws Exception {
        TinyScenario scenario = new TinyScenario(folder.resolve(name)).with(part, replacement);
        return RunOrigin.read(scenario.runInto(folder.resolve(name + "-run"))).network();
    }

    @Test
    void givesTheSettingsOfTheRunWithOtherDevices() {
        RunOrigin origin = new RunOrigin("s.yaml", List.of("odin"), Map.of("/a", "1"), 9, true, "");

        assertEquals(
                new ScenarioOverrides(Map.of("/a", "1"), OptionalLong.of(9), List.of("loihi"), true),
                origin.overrides(folder, List.of("loihi")));
    }

    @Test
    void remembersTheDevicesThatTheRunWasAskedFor() {
        List<String> asked = List.of("odin@1.3MHz", "../mine.yaml@64MHz");
        RunOrigin origin = new RunOrigin("s.yaml", asked, Map.of(), 9, true, "");

        assertEquals(
                List.of("odin@1.3MHz", folder.getParent().resolve("mine.yaml") + "@64MHz"),
                origin.overrides(folder, List.of()).profiles());
    }

    @Test
    void aRunDirectoryDoesNotChooseWhichFilesAreRead(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("secret.yaml"), "");
        Files.writeString(folder.resolve("mine.yaml"), "");
        Files.createSymbolicLink(folder.resolve("link.yaml"), elsewhere.resolve("secret.yaml"));
        String outside = folder.relativize(elsewhere.resolve("secret.yaml")).toString();

        assertEquals("", reach(origin("mine.yaml", List.of("odin"), Map.of("/a", "1"), false), false, false));
        assertEquals("", reach(origin(outside, List.of(outside), Map.of(), false), true, true));
        for (String named :
                List.of(outside, "link.yaml", elsewhere.resolve("secret.yaml").toString())) {
            assertTrue(reach(origin(named, List.of(), Map.of(), false), false, false)
                    .contains("origin.json: names "
                            + folder.resolve(named).normalize()
                            + ", which is neither in the run directory nor below the working folder; expected"));
            assertTrue(reach(origin("mine.yaml", List.of("odin", named), Map.of(), false), true, false)
                    .contains("neither in the run directory"));
        }
        assertTrue(reach(origin(outside, List.of("link.yaml"), Map.of(), false), false, false)
                .contains(
                        " and " + folder.resolve("link.yaml") + ", which are neither in the run directory nor below the"
                                + " working folder; expected --scenario and --profile with files"));
        assertTrue(reach(origin("mine.yaml", List.of(), Map.of(), true), true, true)
                .contains("lets the paths of the scenario lead out of its folder"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/x.wav",
                "'/etc/x.wav'",
                " /etc/x.wav",
                "' /etc/x.wav'",
                "{file: /etc/x.wav}",
                "\"\\x2fetc/x.wav\"",
                "[1, [a.wav, /etc/x.wav]]"
            })
    void aRunDirectorySetsNoAbsolutePathHoweverItIsWritten(String setting) {
        String refusal = reach(origin("mine.yaml", List.of(), Map.of("/inputs/0/audio", setting), false), true, true);

        assertTrue(refusal.contains("sets /inputs/0/audio to the absolute path /etc/x.wav; expected"), refusal);
    }

    @Test
    void theSettingsOfARunDirectoryCanBeRead() {
        Map<String, String> fine = Map.of("/a", "1/2", "/b", " ", "/c", "[a/b.wav, {d: 'a: /e'}]", "/d", "1 /s");
        assertEquals("", reach(origin("mine.yaml", List.of(), fine, false), true, true));

        String refusal = reach(origin("mine.yaml", List.of(), Map.of("/a", "[1"), false), true, true);
        assertTrue(refusal.startsWith(folder.resolve("origin.json") + ": /settings: "), refusal);
    }

    private static RunOrigin origin(
            String scenario, List<String> profiles, Map<String, String> settings, boolean allowOutsidePaths) {
        return new RunOrigin(scenario, profiles, settings, 1, allowOutsidePaths, "");
    }

    private String reach(RunOrigin origin, boolean scenarioNamed, boolean devicesNamed) {
        try {
            origin.checkReach(folder, scenarioNamed, devicesNamed);
            return "";
        } catch (InputException e) {
            return e.getMessage();
        }
    }

    @Test
    void refusesAMissingOrForeignDocument() throws Exception {
        assertEquals(
                folder.resolve("origin.json")
                        + ": found no such file, which says what ran; expected a run whose spikes were not streamed",
                refusal());

        Files.writeString(folder.resolve("origin.json"), "{\"format\": \"other\"}");
        assertTrue(refusal().endsWith("found the format \"other\", expected ganglion-origin"), refusal());
    }

    /** Of a number with a point, 53 digits are read (IEEE 754, binary64). */
    @Test
    void takesASeedToItsLastDigitOrNotAtAll() throws Exception {
        RunOrigin origin = new RunOrigin("s.yaml", List.of(), Map.of(), Long.MAX_VALUE, false, "");
        Path file = folder.resolve(RunOrigin.FILE);
        origin.write(file);
        assertEquals(origin, RunOrigin.read(folder));
        String text = Files.readString(file);

        for (String seed : List.of("9007199254740993.0", "9223372036854775808", "1e30", "\"7\"")) {
            Files.writeString(file, text.replace(Long.toString(Long.MAX_VALUE), seed));
            assertTrue(refusal().contains("/seed: found something else, expected a whole number"), refusal());
        }
    }

    private String refusal() {
        return assertThrows(InputException.class, () -> RunOrigin.read(folder)).getMessage();
    }

    @Test
    void theManifestSaysHowToRunItAgain() {
        RunManifest manifest =
                new RunManifest("2.0", List.of("ganglion", "run", "a b.yaml"), Instant.parse("2026-01-02T03:04:05Z"));

        ObjectNode json = manifest.json();

        assertEquals("2.0", json.path("ganglionVersion").asText());
        assertEquals(
                "[\"ganglion\",\"run\",\"a b.yaml\"]", json.path("commandLine").toString());
        assertEquals("2026-01-02T03:04:05Z", json.path("startedAt").asText());
        assertEquals(
                System.getProperty("java.version"), json.path("javaVersion").asText());
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                json.path("processors").asInt());
        assertThrows(NullPointerException.class, () -> new RunManifest(null, List.of(), Instant.EPOCH));
    }

    @Test
    void noNameLeadsOutOfTheRunDirectory() throws Exception {
        MembraneTrace hostile = new MembraneTrace("../../etc/x y", 1, new double[1]);

        assertEquals("membrane-.._.._etc_x_y.csv", RunFiles.membranes(hostile));
    }

    /** What a run lists under another name is not its own, and is not deleted when the directory is replaced. */
    @ParameterizedTest
    @CsvSource({
        "spikes.csv, true",
        "origin.json, true",
        "decision-latency.hlog, true",
        "tick-latency-odin.hlog, true",
        "membrane-out.csv, true",
        "weights-0-in-out.csv, true",
        "probe-1-potential-out.csv, true",
        "probe-12-activity.csv, true",
        "probe-3-weights.npz, true",
        "probe-3-activity.npz, false",
        "spikes.h5, true",
        "recording.npz, true",
        "thesis.txt, false",
        "my-spikes.csv, false",
        "spikes.csv.bak, false",
        "weights-mine.csv, false",
        "spikesxcsv, false"
    })
    void theNamesOfFilesThatARunWritesAreKnown(String name, boolean known) {
        assertEquals(known, RunFiles.LISTED.matcher(name).matches());
    }
}
