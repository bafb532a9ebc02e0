package ganglion.scenario.nodes.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.GanglionProcess;
import ganglion.cli.NoisyScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of this machine that are started and stopped by hand, and runs on them. */
@Tag("nightly")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
final class JoinedNodesTest {

    private static final List<String> SMALL = List.of("-Xmx256m");

    @TempDir
    private Path temporary;

    private final List<GanglionProcess> open = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (GanglionProcess process : open) {
            process.close();
        }
    }

    private GanglionProcess start(String name, List<Object> words) throws IOException {
        GanglionProcess process =
                GanglionProcess.start(temporary, temporary.resolve(name + ".log"), SMALL, words.toArray());
        open.add(process);
        return process;
    }

    /** Where a node has said it is. */
    private static String place(GanglionProcess node) {
        return node.said().replaceFirst("(?s).*ganglion: node at ([^,]*),.*", "$1");
    }

    private GanglionProcess first() throws IOException {
        GanglionProcess first = start("first", List.of("node", "--listen", "127.0.0.1:0", "--threads", 1));
        first.awaitSaid("ganglion: node at ");
        return first;
    }

    private GanglionProcess joining(String name, String cluster, Path scenarios) throws IOException {
        GanglionProcess node =
                start(name, List.of("node", "--join", cluster, "--threads", 1, "--scenarios", scenarios));
        // It counts itself, too.
        node.awaitSaid("node joined address=" + cluster + " nodes=2");
        return node;
    }

    private GanglionProcess run(String name, Path scenario, String cluster, int nodes) throws IOException {
        return start(
                name,
                List.of(
                        "run",
                        scenario,
                        "--out",
                        temporary.resolve(name),
                        "--cluster",
                        cluster,
                        "--nodes",
                        nodes,
                        "--threads",
                        1));
    }

    private String spikes(String run) throws IOException {
        return Files.readString(temporary.resolve(run).resolve("spikes.csv"));
    }

    @Test
    void aNodeThatComesLateTakesPartInTheNextRunAndLeavesItWhenItIsStopped() throws Exception {
        Path scenario = Files.writeString(temporary.resolve("noisy.yaml"), NoisyScenario.text("4 s"));
        GanglionProcess first = first();
        String cluster = place(first);
        GanglionProcess early = run("early", scenario, cluster, 2);
        early.awaitSaid("simulating");

        GanglionProcess late = joining("late", cluster, temporary);

        assertEquals(0, early.exitCode(), early::said);
        Path longer = Files.writeString(temporary.resolve("longer.yaml"), NoisyScenario.text("30 s"));
        GanglionProcess later = run("later", longer, cluster, 3);
        later.awaitSaid("simulating");
        late.signal("TERM");
        assertEquals(143, late.exitCode(), late::said);
        assertEquals(0, later.exitCode(), later::said);
        assertTrue(later.said().contains("cluster: node left address=" + place(late) + " nodes=2"), later::said);
        assertFalse(later.said().contains("Exception"), later::said);
        ganglion("run", scenario, "--out", temporary.resolve("whole")).assertFine();
        ganglion("run", longer, "--out", temporary.resolve("whole-longer")).assertFine();
        assertEquals(spikes("whole"), spikes("early"));
        assertEquals(spikes("whole-longer"), spikes("later"));
        assertTrue(first.isAlive());
    }

    @Test
    void anotherScenarioIsRefusedByNameOfItsNode() throws Exception {
        Path scenario = Files.writeString(temporary.resolve("noisy.yaml"), NoisyScenario.text("1 s"));
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(other.resolve("noisy.yaml"), NoisyScenario.text("1 s").replace("degree: 10", "degree: 11"));
        String cluster = place(first());
        GanglionProcess node = joining("node", cluster, other);

        GanglionProcess run = run("refused", scenario, cluster, 3);

        assertEquals(2, run.exitCode(), run::said);
        assertTrue(
                run.said().contains(place(node) + ") has another scenario, or other files of it, at noisy.yaml"),
                run::said);
        assertFalse(run.said().contains("Exception"), run::said);
        assertFalse(Files.exists(temporary.resolve("refused")));
        assertTrue(node.isAlive(), node::said);
    }
}
