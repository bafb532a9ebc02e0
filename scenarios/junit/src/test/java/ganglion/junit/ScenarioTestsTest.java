package ganglion.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test classes as users write them, run by JUnit's own launcher. */
@Tag("slow")
class ScenarioTestsTest {

    private static final Path FOLDER = Path.of("target", "scenarios-under-test");

    @Scenarios(value = "target/scenarios-under-test", reports = "target/scenarios-under-test/runs")
    static class All implements ScenarioTests {}

    @Scenarios(
            value = "target/scenarios-under-test",
            excludedTags = "slow",
            reports = "target/scenarios-under-test/runs")
    static class Quick implements ScenarioTests {}

    @Scenarios("target/nowhere")
    static class Nowhere implements ScenarioTests {}

    static class Unannotated implements ScenarioTests {}

    @BeforeEach
    void writeScenarios() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("taps.csv"), "tick,neuron\n1,0\n5,0\n");
        write("good", "tags: [slow]\nexpect: [{spikes: {population: out}, equals: 2}]\n");
    }

    @AfterEach
    void removeThem() throws IOException {
        try (var tree = Files.walk(FOLDER)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void write(String name, String more) throws IOException {
        Files.writeString(FOLDER.resolve(name + ".yaml"), """
                scenario: %s
                clock: {tick: 1 ms, duration: 20 ms}
                inputs: [{name: taps, spikes: taps.csv, size: 1}]
                network:
                  populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.9}}]
                  projections: [{from: taps, to: out, weights: 1.0}]
                """.formatted(name) + more);
    }

    @Test
    void makesATestOfEachExpectation() throws IOException {
        write(
                "more",
                "expect:\n  - {spikes: {population: out}, equals: 2}\n  - {rate: {population: out}, above: 1 Hz}\n");
        write("plain", "");

        Launched launched = Launched.of(All.class);

        assertEquals(List.of(), launched.failures());
        assertEquals(List.of("rate of out", "runs", "spikes of out", "spikes of out"), launched.passed());
        assertTrue(Files.exists(FOLDER.resolve("runs/more/report.html")));
    }

    @Test
    void failsWithWhatWasFoundAndTheReport() throws IOException {
        write("bad", "expect: [{spikes: {population: out}, equals: 7}]\n");

        Launched launched = Launched.of(All.class);

        assertEquals(1, launched.failures().size());
        String message = launched.failures().get(0);
        assertTrue(
                message.startsWith(
                        "spikes of out: found 2, expected 7 (target/scenarios-under-test/bad.yaml: /expect/0;"
                                + " report: file:///"),
                message);
        assertTrue(message.endsWith("/runs/bad/report.html)"), message);
        assertEquals(List.of("spikes of out"), launched.passed(), "the others go on");
    }

    @Test
    void failsOfWhatCannotBeRead() throws IOException {
        write("broken", "sed: 1\n");

        Launched launched = Launched.of(All.class);

        assertEquals(1, launched.failures().size());
        assertTrue(
                launched.failures().get(0).startsWith("refused: target/scenarios-under-test/broken.yaml:7: /sed: "),
                launched.failures()::toString);
    }

    @Test
    void choosesByTag() throws IOException {
        write("other", "");

        assertEquals(List.of("runs"), Launched.of(Quick.class).passed());
    }

    @Test
    void saysThatThereIsNothingToRun() {
        assertEquals(
                List.of("target/nowhere: there is no such file or folder"),
                Launched.of(Nowhere.class).failures());
        assertEquals(
                List.of(Unannotated.class.getName() + " has no annotation @Scenarios, which names the scenarios"),
                Launched.of(Unannotated.class).failures());
    }
}
