package ganglion.study.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.EditorSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.study.rhythm.RhythmStudy.Rhythm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks that this module registers: their files, defaults and runs. */
class StudyTasksTest {

    private static final Path SCHEMAS = Path.of("..", "..", "docs", "formats", "schemas");

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    private <E> E read(Class<E> type, String text) throws IOException, InputException {
        return type.cast(ExperimentFiles.read(write(text), ScenarioOverrides.NONE));
    }

    private String problem(String text) throws IOException {
        Path file = write(text);
        List<Problem> problems = assertThrows(
                        InputException.class, () -> ExperimentFiles.read(file, ScenarioOverrides.NONE))
                .problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0).line() + " " + problems.get(0).pointer() + ": "
                + problems.get(0).message();
    }

    @Test
    void theSchemaInTheDocumentationIsThatOfTheCode() throws IOException {
        String schema = EditorSchema.of(ExperimentFiles.schema("rhythm"));
        Path page = SCHEMAS.resolve("experiment-rhythm.schema.json");
        if (Boolean.getBoolean("ganglion.update-schemas")) {
            Files.writeString(page, schema);
        }

        assertEquals(Files.readString(page), schema, "run with -Dganglion.update-schemas=true");
    }

    @Test
    void aRhythmHasTheDefaultsOfTheFoundingStudy() throws IOException, InputException {
        Rhythm experiment = read(Rhythm.class, "experiment: r\ntask: rhythm\n");

        assertEquals(
                new RhythmTask(
                        RhythmTask.Front.DELAYS, 400, new RhythmDisturbance(2, 0.1, 0, 0), 0, 1500, 1000, 5, List.of()),
                experiment.task());
    }

    @Test
    void timeConstantsHaveNoFurtherHiddenNeurons() throws IOException {
        assertEquals(
                "4 /hidden: found 8, expected none with time-constants, which have neurons of their own",
                problem("experiment: e\ntask: rhythm\nfront: time-constants\nhidden: 8\n"));
    }

    @Test
    void strengthsOfOneDisturbanceAreDrawnBesideTheBaseline() throws IOException, InputException {
        Rhythm experiment = read(Rhythm.class, """
                experiment: r
                task: rhythm
                trains: {ticks: 60, training: 20, test: 10}
                epochs: 1
                robustness: [{missing: 0.2}, {missing: 0.1}, {jitter: 5}, {missing: 0.3, jitter: 5}]
                """);

        TrainingOutcome outcome = ExperimentRunner.run(
                experiment, new TrainingSettings(1, Optional.empty(), Optional.empty()), new TrainingProgress() {});

        assertEquals(1, outcome.charts().size(), "of the jitter there is one strength");
        TrainingOutcome.Chart chart = outcome.charts().get(0);
        assertEquals("Accuracy, disturbed by missing spikes", chart.title());
        assertEquals("share, %", chart.across());
        assertEquals(
                List.of(10.0, 20.0),
                List.of(chart.curves().get(0).x()[0], chart.curves().get(0).x()[1]));
        assertEquals("missing spikes, naive baseline", chart.curves().get(1).name());
    }

    @Test
    void aRhythmIsTriedUnderFurtherDisturbances() throws IOException, InputException {
        Rhythm experiment = read(Rhythm.class, """
                experiment: r
                task: rhythm
                hidden: 4
                trains: {ticks: 60, training: 20, test: 10}
                epochs: 1
                robustness: [{jitter: 5, least-accuracy: 1.0}, {tempo: 0.1, extra: 5 Hz}]
                """);

        TrainingOutcome outcome = ExperimentRunner.run(
                experiment, new TrainingSettings(1, Optional.empty(), Optional.empty()), new TrainingProgress() {});

        JsonNode all = outcome.result().at("/robustness/disturbances");
        assertEquals(2, all.size());
        assertEquals(
                "jitter 5 ms, 10 % missing, tempo +- 0 %, 0 extra spikes per second",
                all.at("/0/disturbance").asText());
        assertFalse(all.at("/0/holds").asBoolean(true), "ten trains after one epoch");
        assertFalse(all.path(1).has("holds"));
        assertEquals(10, all.at("/1/samples").asInt());
        assertFalse(all.path(1).has("axis"), "two things change at once");
        assertEquals(2, outcome.tables().size());
        assertTrue(RobustnessFigures.isMissed(outcome.result()));
    }
}
