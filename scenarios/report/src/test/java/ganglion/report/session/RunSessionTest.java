package ganglion.report.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.report.files.ClaimedPlace;
import ganglion.report.run.RunManifest;
import ganglion.report.run.SampleRun;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.Backend;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of a small scenario, from the file to the directory. */
@Tag("slow")
class RunSessionTest {

    private static final RunSettings MACHINE = new RunSettings(Integer.MAX_VALUE, 1);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final String SCENARIO = """
            scenario: taps
            clock: {tick: 1 ms, duration: 20 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 2}]
            network:
              populations: [{name: out, size: 2, model: lif, parameters: {beta: 0.9}}]
              projections: [{from: taps, to: out, connectivity: one-to-one, weights: 1.0}]
            """;

    @TempDir
    private Path folder;

    private Path results;

    @BeforeEach
    void writeSpikes() throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n1,0\n5,0\n9,1\n");
        results = Files.createDirectories(folder.resolve("results"));
    }

    private Scenario scenario(String text) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("taps.yaml"), text);
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private RunSession session(CheckpointPlan plan, Path out) throws IOException, InputException, OutputException {
        return new RunSession(scenario(SCENARIO), plan, out, false, NOON);
    }

    /** A run that is long enough to be stopped within. */
    private RunSession longSession(CheckpointPlan plan, Path out) throws IOException, InputException, OutputException {
        String text = SCENARIO.replace("20 ms", "100 s").replace("beta: 0.9", "beta: 0.9, bias: 0.2");
        return new RunSession(scenario(text), plan, out, false, NOON);
    }

    private Path run(RunSession session, RunProgress progress) throws InputException, OutputException {
        try (session) {
            ScenarioRun run = session.simulate(MACHINE, progress, Backend.THIS_PROCESS);
            return session.write(run, SampleRun.MANIFEST);
        }
    }

    private static RunProgress stoppingAt(double share) {
        return new RunProgress() {

            private volatile boolean reached;

            @Override
            public void advanced(String phase, double fraction) {
                reached |= phase.equals("simulating") && fraction >= share;
            }

            @Override
            public boolean stopRequested() {
                return reached;
            }
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode spikes(Path directory) throws IOException {
        return new ObjectMapper()
                .readTree(directory.resolve("result.json").toFile())
                .at("/run/spikes");
    }

    @Test
    void leavesTheRunDirectoryAndNothingElse() throws Exception {
        CheckpointPlan plan = new CheckpointPlan(Optional.empty(), OptionalDouble.of(60));

        Path written = run(session(plan, results.resolve("run")), RunProgress.NONE);

        assertEquals(results.resolve("run"), written);
        assertEquals(List.of("run"), names());
    }

    @Test
    void aNamedRunDirectoryIsReplacedAndAnotherFolderStays() throws Exception {
        run(session(CheckpointPlan.NONE, results.resolve("run")), RunProgress.NONE);
        run(session(CheckpointPlan.NONE, results.resolve("run")), RunProgress.NONE);
        assertEquals(List.of("run"), names());

        Path mine = Files.createDirectories(results.resolve("mine"));
        Files.writeString(mine.resolve("notes.txt"), "notes");

        assertThrows(OutputException.class, () -> run(session(CheckpointPlan.NONE, mine), RunProgress.NONE));
        assertEquals("notes", Files.readString(mine.resolve("notes.txt")));
    }

    @Test
    void aRunThatWasStoppedLeavesACheckpointAndContinuesFromItToTheSameSpikes() throws Exception {
        Path whole = run(longSession(CheckpointPlan.NONE, results.resolve("whole")), RunProgress.NONE);
        CheckpointPlan writing = new CheckpointPlan(Optional.empty(), OptionalDouble.of(60));

        run(longSession(writing, results.resolve("run")), stoppingAt(0.3));

        Path checkpoint = results.resolve("run.checkpoint");
        assertTrue(Files.exists(checkpoint), () -> "there is no " + checkpoint);
        CheckpointPlan resuming = new CheckpointPlan(Optional.of(checkpoint), OptionalDouble.empty());
        Path written = run(longSession(resuming, null), RunProgress.NONE);
        assertEquals(results.resolve("run"), written, "the checkpoint names the directory");
        assertEquals(Files.readString(whole.resolve("spikes.csv")), Files.readString(written.resolve("spikes.csv")));
    }

    @Test
    void theRecordingsOfAStoppedRunGoWhenNoCheckpointNeedsThem() throws Exception {
        String text = SCENARIO.replace("20 ms", "100 s").replace("beta: 0.9", "beta: 0.9, bias: 0.2");
        Scenario streamed = scenario(text + "record: {stream: true}\n");
        CheckpointPlan writing = new CheckpointPlan(Optional.empty(), OptionalDouble.of(60));
        run(new RunSession(streamed, writing, results.resolve("run"), false, NOON), stoppingAt(0.3));

        assertEquals(List.of(".run.recording", "run", "run.checkpoint"), names());
        Files.delete(results.resolve("run.checkpoint"));
        run(session(CheckpointPlan.NONE, results.resolve("run")), RunProgress.NONE);

        assertEquals(List.of("run"), names());
    }

    @Test
    void aSweepLeavesADirectoryPerRunAndATable() throws Exception {
        Scenario sweep = scenario(SCENARIO + "sweep: {/network/projections/0/weights: [0.5, 1.0]}\nrepeat: 2\n");

        StudySession session = new StudySession(
                MACHINE, ScenarioOverrides.NONE, false, words -> new RunManifest("1.2.3", words, NOON));
        CaseResult result;
        try (ClaimedPlace place = session.claim(results, sweep, false, NOON)) {
            result = session.run(sweep, place, RunProgress.NONE);
        }

        assertEquals(Status.PASSED, result.status());
        assertEquals(
                List.of("0001", "0002", "0003", "0004", "sweep-runs.csv", "sweep.csv", "sweep.html", "sweep.json"),
                names());
        assertEquals(
                "[\"ganglion\",\"run\",\"" + folder.resolve("taps.yaml") + "\",\"--point\",\"3\"]",
                new ObjectMapper()
                        .readTree(results.resolve("0003/result.json").toFile())
                        .at("/manifest/commandLine")
                        .toString());
        assertEquals(spikes(results.resolve("0001")), spikes(results.resolve("0002")));
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 101"})
    void ofManyRunsOfASweepDirectoriesAreKeptIfAskedFor(boolean keepsRuns, int directories) throws Exception {
        Scenario sweep = scenario(SCENARIO + "repeat: 101\n");
        StudySession session = new StudySession(
                MACHINE, ScenarioOverrides.NONE, keepsRuns, words -> new RunManifest("1.2.3", words, NOON));

        try (ClaimedPlace place = session.claim(results, sweep, false, NOON)) {
            session.run(sweep, place, RunProgress.NONE);
        }

        assertEquals(
                directories,
                names().stream().filter(name -> name.matches("\\d{4}")).count());
    }

    @Test
    void ofTwoSweepsThatBeginInOneSecondTheSecondTakesAnotherName() throws Exception {
        Scenario sweep = scenario(SCENARIO + "repeat: 2\n");
        StudySession session = new StudySession(
                MACHINE, ScenarioOverrides.NONE, false, words -> new RunManifest("1.2.3", words, NOON));

        try (ClaimedPlace first = session.claim(null, sweep, false, NOON);
                ClaimedPlace second = session.claim(null, sweep, false, NOON)) {
            assertEquals(first.path() + "-2", second.path().toString());
        }
    }
}
