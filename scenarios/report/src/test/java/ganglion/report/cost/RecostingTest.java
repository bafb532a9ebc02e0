package ganglion.report.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.hardware.cost.ChipCost;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.SampleRun;
import ganglion.report.run.TinyScenario;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecostingTest {

    @TempDir
    private Path folder;

    private TinyScenario scenario;
    private ScenarioRun run;
    private Path directory;

    @BeforeEach
    void runTheScenario() throws Exception {
        scenario = new TinyScenario(folder.resolve("scenario"));
        run = scenario.run();
        directory = RunDirectory.write(run, folder.resolve("run"), SampleRun.MANIFEST);
    }

    private Recosting read(String... profiles) throws InputException {
        return Recosting.read(directory, List.of(profiles), Optional.empty(), true);
    }

    private String refusal(String... profiles) {
        return assertThrows(InputException.class, () -> read(profiles)).getMessage();
    }

    @Test
    void theSameChipCostsTheSameAgain() throws Exception {
        Recosting recorded = read();
        ChipCost again = recorded.cost().costs().get(0);
        ChipCost then = run.costs().get(0);

        assertEquals("tiny", recorded.scenario());
        assertEquals(then.work().operations(), again.work().operations());
        assertEquals(then.energy().totalJoules(), again.energy().totalJoules());
        assertEquals(then.timing().tickLatency(), again.timing().tickLatency());
        assertEquals(
                run.decisions().get(0).winner(), recorded.decisions().get(0).winner());
        assertEquals(
                run.decisions().get(0).firstSpikeTick(),
                recorded.decisions().get(0).firstSpikeTick());
    }

    @Test
    void otherChipsReplaceThoseOfTheScenario() throws Exception {
        List<ChipCost> costs = read("truenorth", "spinnaker").cost().costs();

        assertEquals(
                List.of("truenorth", "spinnaker"),
                costs.stream().map(cost -> cost.profile().name()).toList());
    }

    @Test
    void theDocumentHasTheProfilesAndTheComparisonOfTheRun() throws Exception {
        JsonNode document = CostDocument.of("tiny", read().cost());

        assertEquals("ganglion-cost", document.path("format").asText());
        assertEquals(
                run.costs().get(0).energy().knownJoules(),
                document.at("/profiles/0/energy/knownJoules").asDouble());
        assertTrue(document.path("comparison").isObject());
    }

    private void setFrontEnd(String text) throws IOException {
        Path result = directory.resolve("result.json");
        String before = Files.readString(result);
        assertTrue(before.contains("\"frontEnd\" : [ ]"), before);
        Files.writeString(result, before.replace("\"frontEnd\" : [ ]", text));
    }

    @Test
    void theFrontEndIsChargedAgain() throws Exception {
        setFrontEnd("\"frontEnd\" : [{\"input\": \"taps\", \"frames\": 10, \"soundSeconds\": 0.1, \"stages\":"
                + " [{\"stage\": \"window\", \"operations\": {\"multiply-add\": 1600000}}]}]");

        JsonNode again = CostDocument.of("tiny", read("stm32u575").cost()).at("/comparison/estimates/0");

        // More than ten million cycles of 6.25 ns: far more than the network.
        assertTrue(again.at("/energies/active/parts/front-end/joules").asDouble()
                > again.at("/energies/active/parts/network/joules").asDouble());
    }

    @Test
    void aRunWithoutAFrontEndInItIsRefused() throws Exception {
        setFrontEnd("\"other\" : 1");

        assertEquals(
                directory.resolve("result.json")
                        + ": does not say what the front end of the run takes, expected a run of this version of Ganglion",
                refusal());
    }

    @Test
    void aFrontEndThatMakesNoSenseIsRefused() throws Exception {
        setFrontEnd("\"frontEnd\" : [{\"soundSeconds\": -1}]");

        assertTrue(refusal().contains("what the front end of the run takes"), refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1e-300", "\"x\"", "0.0005"})
    void anotherTickThanThatOfTheScenarioIsRefused(String tick) throws Exception {
        Path result = directory.resolve("result.json");
        String text = Files.readString(result);
        String other = text.replaceFirst("\"tickSeconds\" : [^,]*,", "\"tickSeconds\" : " + tick + ",");
        assertNotEquals(text, other);
        Files.writeString(result, other);

        assertTrue(refusal().startsWith(result + ": /run/tickSeconds: found "), refusal());
    }

    @Test
    void changedSpikesAreRefused() throws Exception {
        Path spikes = directory.resolve("spikes.csv");
        Files.writeString(spikes, Files.readString(spikes) + "0.099,99,out,0\n");

        assertEquals(
                spikes + ": holds other spikes than the run wrote, expected those with the SHA-256 in result.json",
                refusal());
    }

    @Test
    void aChangedNetworkIsRefused() throws Exception {
        Files.writeString(scenario.file(), Files.readString(scenario.file()).replace("[[1, 0.5]]", "[[1, 0.25]]"));

        assertTrue(refusal().contains("gives another network than the one that ran"), refusal());
    }

    @Test
    void aScenarioThatIsGoneIsAskedFor() throws Exception {
        Path moved = Files.move(folder.resolve("scenario"), folder.resolve("elsewhere"));

        assertTrue(refusal().contains("which is not there; expected it, or --scenario"), refusal());
        Recosting found = Recosting.read(directory, List.of(), Optional.of(moved.resolve("tiny.yaml")), false);
        assertEquals(1, found.hardware().size());
    }
}
