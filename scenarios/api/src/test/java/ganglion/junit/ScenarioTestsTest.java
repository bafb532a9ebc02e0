package ganglion.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

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
        assertEquals(
                List.of(
                        "good: spikes of out (/expect/0)",
                        "more: rate of out (/expect/1)",
                        "more: spikes of out (/expect/0)",
                        "plain: runs"),
                launched.passed());
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
        assertEquals(1, message.lines().count(), message);
        assertEquals(List.of("bad: spikes of out (/expect/0)"), launched.failed());
        assertEquals(List.of("good: spikes of out (/expect/0)"), launched.passed(), "the others go on");
    }

    @Test
    void failsInOneLineWithoutAStackTrace() throws IOException {
        write("bad", "expect: [{spikes: {population: out}, equals: 7}]\n");
        write("broken", "sed: 1\n");

        List<Throwable> thrown = new ArrayList<>(Launched.of(All.class).thrown());
        thrown.addAll(Launched.of(Nowhere.class).thrown());
        thrown.addAll(Launched.of(Unannotated.class).thrown());

        assertEquals(4, thrown.size(), thrown::toString);
        for (Throwable failure : thrown) {
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed, true));
            assertEquals(1, printed.toString().lines().count(), printed::toString);
        }
    }

    @Test
    void tellsExpectedAndFoundApart() throws IOException {
        write("bad", "expect: [{spikes: {population: out}, equals: 7}]\n");

        AssertionFailedError failure =
                (AssertionFailedError) Launched.of(All.class).thrown().get(0);

        assertEquals("7", failure.getExpected().getStringRepresentation());
        assertEquals("2", failure.getActual().getStringRepresentation());
    }

    /** Two expectations of the same words, and the seeds of one scenario. */
    @Test
    void givesNoTwoTestsTheSameName() throws IOException {
        write(
                "twice",
                "expect: [{spikes: {population: out}, equals: 2}, {spikes: {population: out}, between: [1, 3]}]\n");
        write("seeds", "repeat: 2\nexpect: [{spikes: {population: out}, equals: 2}]\n");

        List<String> names = Launched.of(All.class).passed();

        assertEquals(5, names.size(), names::toString);
        assertEquals(5, Set.copyOf(names).size(), names::toString);
        for (String scenario : List.of("good", "twice", "seeds")) {
            assertTrue(names.stream().anyMatch(name -> name.startsWith(scenario + ": ")), names::toString);
        }
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
    void namesWhatIsRefusedByItsFile() throws IOException {
        for (String folder : List.of("one", "two")) {
            Files.createDirectories(FOLDER.resolve(folder));
            Files.copy(FOLDER.resolve("good.yaml"), FOLDER.resolve(folder + "/good.yaml"));
        }

        Launched launched = Launched.of(All.class);

        assertEquals(
                List.of(
                        "target/scenarios-under-test/one/good.yaml: runs",
                        "target/scenarios-under-test/two/good.yaml: runs"),
                launched.failed());
        assertEquals(List.of("good: spikes of out (/expect/0)"), launched.passed());
    }

    @Test
    void choosesByTag() throws IOException {
        write("other", "");

        assertEquals(List.of("other: runs"), Launched.of(Quick.class).passed());
    }

    @Test
    void printsNothingAboutALogThatNobodyWants() {
        assertEquals(
                List.of("good: spikes of out (/expect/0)"),
                RunAlone.output(All.class).lines().toList());
    }

    /** What SLF4J says about the log of the build that uses Ganglion is not kept back. */
    @Test
    void leavesTheLogOfTheBuildAlone(@TempDir Path classes) throws IOException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("org.slf4j.spi.SLF4JServiceProvider"),
                "org.slf4j.helpers.NOP_FallbackServiceProvider\norg.slf4j.helpers.SubstituteServiceProvider\n");

        String output = RunAlone.output(All.class, classes);

        assertTrue(output.contains("multiple SLF4J providers"), output);
        assertTrue(output.contains("good: spikes of out"), output);
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
