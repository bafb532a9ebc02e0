package ganglion.scenario.nodes.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.LoggedProcess;
import ganglion.cli.NoisyScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs on several hosts whose links are slow, lossy or cut. */
@Tag("nightly")
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(
        named = "ganglion.network-tests",
        matches = "true",
        disabledReason = "these tests take some minutes: -Dganglion.network-tests=true")
final class NodesOnLinksTest {

    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int LEADER = 3;
    private static final List<String> SMALL = List.of("-Xmx256m");

    @TempDir
    private Path temporary;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private LinkedHosts hosts(int delay, double loss) throws Exception {
        LinkedHosts hosts = new LinkedHosts(3, delay, loss);
        open.add(hosts);
        return hosts;
    }

    private LoggedProcess start(LinkedHosts hosts, int host, String name, Object... words) throws IOException {
        LoggedProcess process = LoggedProcess.start(temporary.resolve(name + ".log"), hosts.on(host), SMALL, words);
        open.add(process);
        return process;
    }

    private static String place(int host) {
        return LinkedHosts.address(host) + ":2550";
    }

    private LoggedProcess first(LinkedHosts hosts) throws IOException {
        LoggedProcess node = start(hosts, FIRST, "first", "node", "--listen", place(FIRST), "--threads", 1);
        node.awaitSaid("node at ");
        return node;
    }

    private LoggedProcess second(LinkedHosts hosts) throws IOException {
        return start(
                hosts, SECOND, "second", "node", "--listen", place(SECOND), "--join", place(FIRST), "--threads", 1);
    }

    private LoggedProcess run(LinkedHosts hosts, String name, Path scenario) throws IOException {
        return start(
                hosts,
                LEADER,
                name,
                "run",
                scenario,
                "--out",
                temporary.resolve(name),
                "--cluster",
                place(FIRST),
                "--listen",
                LinkedHosts.address(LEADER) + ":0",
                "--nodes",
                3,
                "--threads",
                1);
    }

    private Path noisy(String text) throws IOException {
        return Files.writeString(temporary.resolve("noisy.yaml"), text);
    }

    private void assertSameRaster(Path scenario, String name) throws IOException {
        ganglion("run", scenario, "--out", temporary.resolve("whole")).assertFine();
        String spikes = Files.readString(temporary.resolve("whole").resolve("spikes.csv"));
        assertTrue(spikes.length() > 1000, "it does fire");
        assertEquals(spikes, Files.readString(temporary.resolve(name).resolve("spikes.csv")));
    }

    private static List<String> linesWith(LoggedProcess process, String text) {
        return process.lines().stream().filter(line -> line.contains(text)).toList();
    }

    private List<String> resultsWritten() throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.filter(path -> path.endsWith("result.json"))
                    .map(path -> temporary.relativize(path.getParent()).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void linksOf200MillisecondsThatLoseAHundredthChangeNoSpike() throws Exception {
        LinkedHosts hosts = hosts(200, 0.01);
        Path scenario = noisy(NoisyScenario.text("1 s").replace("low: 1 ms, high: 5 ms", "low: 50 ms, high: 100 ms"));
        first(hosts);
        second(hosts);

        LoggedProcess run = run(hosts, "far", scenario);

        assertEquals(0, run.exitCode(), run::said);
        assertEquals(List.of(), linesWith(run, "is gone"), "nobody takes a slow link for a cut one");
        assertSameRaster(scenario, "far");
    }

    @Test
    void aHostThatIsCutOffIsReplacedAndJoinsAgain() throws Exception {
        LinkedHosts hosts = hosts(0, 0);
        Path scenario = noisy(NoisyScenario.text("10 s"));
        LoggedProcess first = first(hosts);
        LoggedProcess second = second(hosts);
        LoggedProcess run = run(hosts, "cut", scenario);
        run.awaitSaid(" cores, ");

        hosts.cut(SECOND);

        assertEquals(0, run.exitCode(), run::said);
        assertEquals(1, linesWith(run, "node lost address=10.77.0.2:2550").size(), run::said);
        assertFalse(run.said().contains("Exception"), run::said);
        assertSameRaster(scenario, "cut");
        second.awaitSaid("goes on looking");
        hosts.heal(SECOND);
        LoggedProcess again = run(hosts, "again", scenario);
        assertEquals(0, again.exitCode(), again::said);
        assertEquals(List.of(), linesWith(again, "is gone"));
        assertSameRaster(scenario, "again");
        assertEquals(List.of("again", "cut", "whole"), resultsWritten());
        assertTrue(first.isAlive() && second.isAlive());
    }

    @Test
    void aLeaderThatIsCutOffEndsWithOneLineAndNoResult() throws Exception {
        LinkedHosts hosts = hosts(0, 0);
        Path scenario = noisy(NoisyScenario.text("10 s"));
        first(hosts);
        second(hosts);
        LoggedProcess run = run(hosts, "alone", scenario);
        run.awaitSaid(" cores, ");

        hosts.cut(LEADER);

        assertEquals(2, run.exitCode(), run::said);
        assertTrue(run.said().contains("--cluster: found no cluster at 10.77.0.1:2550, or have lost it"), run::said);
        assertFalse(run.said().contains("Exception"), run::said);
        assertEquals(List.of(), resultsWritten());
        hosts.heal(LEADER);
        LoggedProcess again = run(hosts, "again", scenario);
        assertEquals(0, again.exitCode(), again::said);
        assertSameRaster(scenario, "again");
    }

    /** The oldest member is cut off: it gives itself up, and joins those that it knows instead of being a cluster of its own. */
    @Test
    void theFirstNodeJoinsTheOthersAgain() throws Exception {
        LinkedHosts hosts = hosts(0, 0);
        Path scenario = noisy(NoisyScenario.text("10 s"));
        LoggedProcess first = first(hosts);
        second(hosts);
        LoggedProcess run = run(hosts, "cut", scenario);
        run.awaitSaid(" cores, ");

        hosts.cut(FIRST);

        assertEquals(0, run.exitCode(), run::said);
        assertEquals(1, linesWith(run, "node lost address=10.77.0.1:2550").size(), run::said);
        assertSameRaster(scenario, "cut");
        first.awaitSaid("joins it again");
        hosts.heal(FIRST);
        first.awaitSaid("joining 10.77.0.2:2550");
        LoggedProcess again = run(hosts, "again", scenario);
        assertEquals(0, again.exitCode(), again::said);
        assertFalse(again.said().contains("is gone"), again::said);
        assertSameRaster(scenario, "again");
    }
}
