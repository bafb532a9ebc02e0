package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded run on other chips. */
final class CostCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;
    private Path recorded;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"));
        recorded = temporary.resolve("recorded");
    }

    private void run(Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", scenario.file(), "--out", recorded, "--quiet"));
        words.addAll(List.of(more));
        ganglion(words.toArray()).assertFine();
    }

    /** Costs the run of a scenario that is not below the working folder. */
    private Outcome cost(Object... more) {
        List<Object> words = new ArrayList<>(List.of("cost", recorded, "--allow-outside-paths"));
        words.addAll(List.of(more));
        return ganglion(words.toArray());
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        outcome.assertFine();
        return MAPPER.readTree(outcome.out());
    }

    /** The sections of the run itself, but for the names of files that only the run directory has. */
    private JsonNode profilesOfTheRun() throws IOException {
        JsonNode profiles =
                MAPPER.readTree(recorded.resolve("result.json").toFile()).path("profiles");
        profiles.forEach(profile -> {
            if (profile.path("latency").has("file")) {
                ((ObjectNode) profile.path("latency")).putNull("file");
            }
        });
        return profiles;
    }

    @Test
    void givesTheRunsOwnFiguresToTheLastDigit() throws IOException {
        run();

        JsonNode document = json(cost("--json"));

        assertEquals(profilesOfTheRun(), document.path("profiles"));
        assertEquals(
                MAPPER.readTree(recorded.resolve("result.json").toFile()).path("comparison"),
                document.path("comparison"));
    }

    @Test
    void withoutAProfileTheDevicesOfTheRunAreCosted() throws IOException {
        Path mine = Files.copy(
                Path.of("../../hardware-profiles/src/main/resources/ganglion/hardware/profiles/odin.yaml"),
                temporary.resolve("mine.yaml"));
        Files.writeString(mine, Files.readString(mine).replaceFirst("profile: odin", "profile: mine"));
        run("--profile", "odin@1.3MHz," + mine);

        JsonNode again = json(cost("--json"));

        assertEquals(List.of("odin@1.3MHz", "mine"), names(again.path("profiles")));
        assertEquals(profilesOfTheRun(), again.path("profiles"));
    }

    private static List<String> names(JsonNode profiles) {
        List<String> names = new ArrayList<>();
        profiles.forEach(profile -> names.add(profile.path("name").asText()));
        return names;
    }

    @Test
    void neuronsCanBePlacedInAnotherWay() throws IOException {
        scenario.with("[loihi, stm32u575]", "[{profile: truenorth, placement: spread}, stm32u575]");
        run();
        JsonNode inOrder = json(cost("--placement", "in-order", "--json"));

        assertEquals(2, profilesOfTheRun().at("/0/placement/coresUsed").asInt(), profilesOfTheRun()::toString);
        assertEquals(1, inOrder.at("/profiles/0/placement/coresUsed").asInt());
        assertEquals(profilesOfTheRun().get(1), inOrder.at("/profiles/1"));
    }

    @Test
    void numbersAreWeightedAgain() throws IOException {
        SoundFile.tone(temporary.resolve("scenario/tone.wav"), 0.3, 16_000, 16, 1);
        scenario.withSound("tone.wav").with("mel-bands: 2}}", "mel-bands: 2}, encoder: {currents: {}}}");
        run();
        JsonNode again = json(cost("--json"));

        JsonNode result = MAPPER.readTree(recorded.resolve("result.json").toFile());
        assertEquals(profilesOfTheRun(), again.path("profiles"));
        assertEquals(result.path("comparison"), again.path("comparison"));
        // The tone is in the lower of two bands, which has one weight that is not zero, in each of 300 frames.
        assertEquals(
                300,
                result.at("/comparison/neuroBench/effectiveMultiplyAccumulates").asDouble());
        assertEquals(300, result.at("/network/numberInputs/0/frames").asLong());
        assertEquals(
                "takes no numbers as input: 2 numbers flow from taps into out at every tick",
                result.at("/profiles/0/placement/problems/0").asText());
    }

    @Test
    void precisionOfTheRunIsThatOfItsCostToo() throws IOException {
        scenario.with("[loihi, stm32u575]", "[{profile: xylo-audio-2, apply: precision, placement: spread}, loihi]");
        run();

        assertEquals(
                profilesOfTheRun().get(1),
                json(cost("--profile", "loihi", "--json")).path("profiles").get(0));
    }

    @Test
    void movedScenarioIsNamedOnTheCommandLine() throws IOException {
        run();
        Path moved = temporary.resolve("moved");
        Files.move(scenario.folder(), moved);
        cost("--scenario", moved.resolve("scenario.yaml")).assertFine();
    }
}
