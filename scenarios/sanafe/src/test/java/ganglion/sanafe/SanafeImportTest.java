package ganglion.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.InputException;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From SANA-FE's files to spikes, counts, energies and times, through the files that a user gets. */
class SanafeImportTest {

    private static final Path REFERENCE =
            Path.of("..", "..", "hardware-profiles", "src", "test", "resources", "ganglion", "hardware", "sanafe");

    private static final int STEPS = 200;

    @TempDir
    private Path folder;

    static Path resource(String name) throws URISyntaxException {
        return Path.of(SanafeImportTest.class.getResource("/sanafe/" + name).toURI());
    }

    private SanafeImport.Outcome importNetwork(Path network, int ticks) throws Exception {
        return SanafeImport.run(
                network,
                resource("loihi-fit.yaml"),
                folder.resolve("imported.yaml"),
                new Clock(1e-3),
                ticks == 0 ? OptionalLong.empty() : OptionalLong.of(ticks));
    }

    private static ScenarioRun run(Path scenario) throws InputException {
        Scenario read = ScenarioFiles.read(scenario, ScenarioOverrides.NONE);
        return ScenarioRunner.run(read, new RunSettings(100, 1), RunProgress.NONE);
    }

    @Test
    void aReferenceRunIsEqualInSpikesCountsEnergyAndTime() throws Exception {
        JsonNode totals = json("results.json").at("/networks/ff_64_32_10");
        Path network = Files.writeString(folder.resolve("ff.yaml"), SanafeYaml.of(json("ff_64_32_10.network.json")));

        SanafeImport.Outcome outcome = importNetwork(network, STEPS);
        ScenarioRun run = run(folder.resolve("imported.yaml"));

        assertEquals(42, outcome.neurons());
        assertEquals(List.of(), outcome.notes());
        // One place for each core, though the network is mapped neuron by neuron.
        String scenario = Files.readString(folder.resolve("imported.yaml"));
        assertEquals(
                4, scenario.lines().filter(line -> line.startsWith("    core:")).count(), scenario);
        assertEquals(recordedSpikes(), spikes(run));
        ChipCost cost = run.costs().get(0);
        assertEquals(totals.get("synaptic_events").asLong(), count(cost, Operation.SYNAPTIC_OPERATION));
        assertEquals(totals.get("messages").asLong(), count(cost, Operation.MESSAGE_OUT));
        assertEquals(
                totals.get("hops").asLong(),
                Operation.hops().stream().mapToLong(hop -> count(cost, hop)).sum());
        assertEquals(
                totals.get("neuron_updates_active").asLong(),
                count(cost, Operation.NEURON_UPDATE_ACTIVE) + count(cost, Operation.INPUT_SPIKE));
        assertClose(
                totals.at("/energy_J/total").asDouble(),
                cost.energy().totalJoules().orElseThrow());
        assertClose(
                totals.at("/sim_time_s/detailed").asDouble(),
                Arrays.stream(cost.timing().tickSeconds()).sum());
    }

    @Test
    void aTickAfterTheLastInputIsTheEndByDefault() throws Exception {
        SanafeImport.Outcome outcome = importNetwork(resource("small.yaml"), 0);

        assertEquals(4, outcome.files().size());
        assertTrue(Files.readString(outcome.files().get(0)).contains("duration: 4 ticks"));
        assertEquals("tick,neuron\n0,0\n1,1\n2,0\n", Files.readString(folder.resolve("imported.spikes.csv")));
    }

    /** Everything that the small network has is taken by the reader of scenarios, and costed. */
    @Test
    void theSmallNetworkRuns() throws Exception {
        SanafeImport.Outcome outcome = importNetwork(resource("small.yaml"), 20);

        ScenarioRun run = run(folder.resolve("imported.yaml"));

        assertEquals(7, outcome.neurons());
        assertEquals(12 + 1 + 2 + 4, outcome.synapses());
        ChipCost cost = run.costs().get(0);
        assertTrue(cost.energy().totalJoules().isPresent());
        // The sum of seven potentials is looked at in every tick, whatever they are.
        assertEquals(7 * 20, count(cost, Operation.NEURON_ACCESS));
        // The adder keeps 3 - 1.5 of its first spike and so fires again without input.
        assertTrue(
                spikes(run).containsAll(List.of("node-7 1 0", "node-7 2 0")),
                spikes(run).toString());
    }

    private static JsonNode json(String name) throws Exception {
        return new ObjectMapper().readTree(REFERENCE.resolve(name).toFile());
    }

    private static TreeSet<String> recordedSpikes() throws Exception {
        TreeSet<String> spikes = new TreeSet<>();
        List<String> lines = Files.readAllLines(REFERENCE.resolve("ff_64_32_10.spikes.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.strip().split("[.,]");
            spikes.add(parts[0] + ' ' + (Long.parseLong(parts[2]) - 1) + ' ' + parts[1]);
        }
        return spikes;
    }

    static TreeSet<String> spikes(ScenarioRun run) {
        TreeSet<String> spikes = new TreeSet<>();
        for (int p = 0; p < run.network().populations().size(); p++) {
            SpikeRaster raster = run.result().spikes().get(p);
            String name = run.network().population(p).name();
            for (int i = 0; i < raster.size(); i++) {
                spikes.add(name + ' ' + raster.tick(i) + ' ' + raster.neuron(i));
            }
        }
        return spikes;
    }

    private static long count(ChipCost cost, Operation operation) {
        return cost.work().operations().get(operation);
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, 1e-9 * expected);
    }
}
