package ganglion.api;

import static ganglion.api.Units.millis;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.report.cost.Recosting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as arrays, costs and run directories. */
final class RunOutcomeTest {

    @TempDir
    private Path folder;

    private static RunOutcome observed() {
        NetworkBuilder net = Balanced.network(160, millis(200));
        net.recordPotentials("exc", millis(10), 0, 7).recordActivity(millis(50)).recordWeights(millis(100));
        return net.run();
    }

    @Test
    void probesAreRowsOfNumbers() {
        RunOutcome run = observed();
        List<ProbeData> probes = run.probes();

        ProbeData potentials = probes.get(0);
        assertEquals(List.of("0", "7"), potentials.columns());
        assertEquals(20, potentials.seconds().length);
        assertEquals(0.01, potentials.seconds()[1], 1e-12);
        assertEquals(potentials.values()[3][1], potentials.column(1)[3]);
        assertArrayEquals(potentials.values(), run.potentials("exc").values());
        assertThrows(GanglionException.class, () -> run.potentials("nobody"));
        assertThrows(GanglionException.class, () -> run.weightsOverTime("exc", "inh"));
        ProbeData weights = run.weightsOverTime("exc", "exc");
        assertEquals("exc to exc", probes.get(1).of());
        assertEquals(160 * 80, weights.values()[1].length);
        assertEquals(160 * 80, weights.synapses().orElseThrow().count());
        ProbeData activity = probes.get(2);
        int column = activity.columns().indexOf("exc_spikes");
        assertTrue(activity.column(column)[3] > activity.column(column)[2]);
    }

    @Test
    void spikesThatWentToDiskAreNotSaidToBeNone() {
        NetworkBuilder net = Balanced.network(80, millis(10));
        RunOutcome run = net.set("/record/stream", true).run();

        assertTrue(assertThrows(GanglionException.class, () -> run.spikes("exc"))
                .getMessage()
                .contains("spikes.csv"));
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithTheReason() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "kept");
        RunnableScenario built = Balanced.network(80, millis(10)).build();

        GanglionException told =
                assertThrows(GanglionException.class, () -> built.save(inTheWay.resolve("below/saved.yaml")));

        assertTrue(told.getMessage().contains("saved.yaml: cannot be written: "), told::getMessage);
        assertInstanceOf(IOException.class, told.getCause());
    }

    @Test
    void energiesAreThoseOfTheScenarioOrOfOtherDevices() throws IOException {
        RunOutcome run = GanglionApi.scenario(Tones.twoTaps(folder)).run();
        List<DecisionEstimate> own = run.estimates();

        assertTrue(own.get(0).energy(Boundary.MARGINAL).joules().orElseThrow() > 0);
        assertEquals(
                own.stream().map(DecisionEstimate::energies).toList(),
                run.cost("loihi", "stm32l4r5").stream()
                        .map(DecisionEstimate::energies)
                        .toList());
        assertEquals("odin", run.cost("odin").get(0).profile().name());
        assertTrue(run.scenario().onDevices("odin").run().estimates().stream()
                .allMatch(estimate -> estimate.profile().name().equals("odin")));
        assertThrows(GanglionException.class, () -> run.cost("no-such-device"));
        assertTrue(GanglionApi.devices().contains("odin"));
    }

    @Test
    void theRunDirectoryOfANetworkInCodeHoldsItsScenarioAndCanBeCostedAnew() throws Exception {
        NetworkBuilder net = GanglionApi.network("listed").tick(millis(1)).duration(millis(50));
        net.spikes("in", 2, new long[] {1, 20}, new int[] {0, 1});
        net.population("out", 2, NeuronType.lif().beta(0.9));
        net.connect("in", "out").synapses(new int[] {0, 1}, new int[] {1, 0}, new double[] {1, 1});
        RunOutcome run = net.run();

        Path directory = run.writeTo(folder.resolve("run"));

        assertTrue(Files.isRegularFile(directory.resolve("report.html")));
        assertEquals(
                run.rasterHash(),
                GanglionApi.scenario(directory.resolve("scenario.yaml")).run().rasterHash());
        assertEquals(
                "odin",
                Recosting.read(directory, List.of("odin"), Optional.empty(), true)
                        .cost()
                        .costs()
                        .get(0)
                        .profile()
                        .name());
        assertEquals(directory, run.writeTo(directory), "written again in its own place");
        Files.writeString(directory.resolve("mine.txt"), "kept");
        assertThrows(GanglionException.class, () -> run.writeTo(directory));
        assertTrue(Files.exists(directory.resolve("mine.txt")));
    }

    @Test
    void theRunDirectoryNamesTheCommandThatWouldRepeatTheRun() throws IOException {
        Path file = Tones.twoTaps(folder);
        Path directory = GanglionApi.scenario(file)
                .with("/clock/duration", millis(20))
                .withSeed(7)
                .onDevices("odin")
                .run()
                .writeTo(folder.resolve("run"));

        JsonNode command = new ObjectMapper()
                .readTree(directory.resolve("result.json").toFile())
                .at("/manifest/commandLine");

        assertEquals(
                String.join(
                        " ",
                        "ganglion run",
                        file.toString(),
                        "--set /clock/duration=\"20 ms\" --seed 7 --profile odin"),
                StreamSupport.stream(command.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" ")));
    }
}
