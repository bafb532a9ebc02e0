package ganglion.scenario.nodes.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.CommandLineUnderTest;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.GanglionProcess;
import ganglion.cli.NoisyScenario;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are spread over several processes. */
@Tag("slow")
final class NodesTest {

    @TempDir
    private Path temporary;

    private Path noisy(String duration, String more) throws IOException {
        return Files.writeString(temporary.resolve("noisy.yaml"), NoisyScenario.text(duration) + more);
    }

    private String spikes(String run) throws IOException {
        return Files.readString(temporary.resolve(run).resolve("spikes.csv"));
    }

    /** It says who has joined, and nothing else. */
    private static void assertFineOnNodes(CommandLineUnderTest.Outcome outcome) {
        assertEquals(ExitCode.FINE, outcome.code(), outcome.toString());
        assertTrue(
                outcome.err().matches("ganglion: cluster: node joined address=127\\.0\\.0\\.1:\\d+ nodes=2\\R"),
                outcome.err());
    }

    private ObjectNode result(String run) throws IOException {
        return (ObjectNode) new ObjectMapper()
                .readTree(temporary.resolve(run).resolve("result.json").toFile());
    }

    /** Without the head of the file, which says how long the run was. */
    private String rows(String run) throws IOException {
        return spikes(run).replaceAll("(?m)^#.*\n", "");
    }

    @Test
    void writesWhatOneProcessWrites() throws IOException {
        String probes = """
                record:
                  membrane: [{population: out, every: 100 ms, sample: 5}]
                  activity: {every: 500 ms}
                """;
        Path scenario = noisy("2 s", probes);

        ganglion("run", scenario, "--out", temporary.resolve("one")).assertFine();
        assertFineOnNodes(ganglion("run", scenario, "--out", temporary.resolve("two"), "--nodes", 2, "--threads", 1));

        assertEquals(spikes("one"), spikes("two"));
        assertTrue(spikes("one").length() > 1000, "it does fire");
        ObjectNode one = result("one");
        ObjectNode two = result("two");
        assertTrue(one.path("execution").isNull());
        JsonNode nodes = two.at("/execution/nodes");
        assertEquals(2, nodes.size());
        assertEquals("this process", nodes.at("/0").asText());
        List<String> differing = List.of("manifest", "wallClock", "execution", "files");
        one.remove(differing);
        two.remove(differing);
        ((ObjectNode) one.path("activity")).remove("neuronUpdates");
        ((ObjectNode) two.path("activity")).remove("neuronUpdates");
        assertEquals(one, two);
        ganglion("diff", temporary.resolve("one"), temporary.resolve("two")).assertFine();
        try (var files = Files.list(temporary.resolve("one"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".csv")).toList()) {
                assertEquals(
                        Files.readString(file),
                        Files.readString(temporary.resolve("two").resolve(file.getFileName())),
                        file.toString());
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "recovery from a killed node has only been tried on Unix")
    void goesOnWhenANodeIsKilled() throws Exception {
        Path scenario = noisy("10 s", "");
        try (GanglionProcess process = GanglionProcess.start(
                "run", scenario, "--out", temporary.resolve("killed"), "--nodes", 3, "--threads", 1)) {
            process.awaitSaid("simulating");
            process.children().findFirst().orElseThrow().destroyForcibly();
            process.awaitSaid("ganglion: cluster: node lost address=127.0.0.1:");
            process.awaitSaid("ganglion: cluster: recovered tick=");
            process.awaitSaid(" nodes=2");
            assertEquals(0, process.exitCode());
        }
        ganglion("run", scenario, "--out", temporary.resolve("whole")).assertFine();

        assertEquals(spikes("whole"), spikes("killed"));
    }

    /** Ctrl-C at a terminal is a signal to all its processes. Here it is SIGTERM, since a build in the background ignores SIGINT. */
    @Tag("nightly")
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
    void stopsWithWhatIsCompleteWhenAllItsProcessesAreInterrupted() throws Exception {
        Path scenario = noisy("200 s", "");
        Path out = temporary.resolve("stopped");
        try (GanglionProcess process =
                GanglionProcess.start("run", scenario, "--out", out, "--nodes", 2, "--threads", 1)) {
            process.awaitSaid("simulating");
            for (ProcessHandle child : process.children().toList()) {
                assertEquals(
                        0,
                        new ProcessBuilder("kill", "-TERM", Long.toString(child.pid()))
                                .start()
                                .waitFor());
            }
            process.signal("TERM");
            assertEquals(143, process.exitCode());
        }

        assertTrue(Files.readString(out.resolve("result.json")).contains("\"complete\""));
        ganglion("run", noisy("4 s", ""), "--out", temporary.resolve("whole")).assertFine();
        String whole = rows("whole");
        String stopped = rows("stopped");
        int common = Math.min(whole.length(), stopped.length());
        assertEquals(whole.substring(0, common), stopped.substring(0, common));
    }

    /** The process that runs is killed, and with it its nodes; another number of nodes goes on, with another number of threads. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
    void goesOnFromACheckpointOnFewerNodes() throws Exception {
        goOn("10 s", 2, 1, 1, 2);
    }

    @Tag("nightly")
    @ParameterizedTest
    @CsvSource({"1, 2, 3, 1", "3, 1, 2, 2"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
    void goesOnFromACheckpointOnOtherNumbersOfNodes(int nodes, int threads, int nodesThen, int threadsThen)
            throws Exception {
        goOn("30 s", nodes, threads, nodesThen, threadsThen);
    }

    private void goOn(String duration, int nodes, int threads, int nodesThen, int threadsThen) throws Exception {
        Path scenario = noisy(duration, "");
        Path checkpoint = temporary.resolve("killed.checkpoint");
        try (GanglionProcess process = GanglionProcess.start(
                "run",
                scenario,
                "--out",
                temporary.resolve("killed"),
                "--checkpoint-every",
                "50 ms",
                "--nodes",
                nodes,
                "--threads",
                threads)) {
            do {
                process.awaitSaid("simulating");
            } while (!Files.exists(checkpoint));
            process.signal("KILL");
            process.exitCode();
        }
        assertFalse(Files.exists(temporary.resolve("killed")), "nothing is half-written");

        Outcome resumed =
                ganglion("run", scenario, "--resume", checkpoint, "--nodes", nodesThen, "--threads", threadsThen);
        assertEquals(ExitCode.FINE, resumed.code(), resumed::toString);

        ganglion("run", scenario, "--out", temporary.resolve("whole")).assertFine();
        assertEquals(spikes("whole"), spikes("killed"));
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ganglion("node", "--listen", "127.0.0.1:" + taken.getLocalPort())
                    .assertRefusedInOneLine("--listen", "cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }
}
