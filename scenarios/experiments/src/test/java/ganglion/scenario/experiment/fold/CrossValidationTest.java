package ganglion.scenario.experiment.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {

    private static final String TEXT = """
            experiment: e
            data: {training: {kind: spike-lists, path: train}, hold-out: {by: group, share: 0.25}}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
            training: {epochs: 6, batch: 4, optimiser: {kind: adam, learning-rate: 0.05}}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 12, 1);
    }

    private TrainingOutcome run(int folds, TrainingProgress progress) throws IOException, InputException {
        return CrossValidation.run(folder.read(TEXT), folds, 1, progress);
    }

    @Test
    void eachSampleIsDecidedOnceByANetworkThatHasNotLearnedFromItsGroup() throws IOException, InputException {
        List<String> parts = new ArrayList<>();
        TrainingOutcome outcome = run(4, new TrainingProgress() {
            @Override
            public void foldStarted(int number, int of) {
                parts.add(number + " of " + of);
            }
        });

        assertEquals(List.of("1 of 4", "2 of 4", "3 of 4", "4 of 4"), parts);
        JsonNode section = outcome.result().get("crossValidation");
        Set<String> decided = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (JsonNode fold : section.get("folds")) {
            assertEquals(6, fold.get("samples").asInt());
            fold.get("decisions")
                    .forEach(decision ->
                            assertTrue(decided.add(decision.path("name").asText())));
            fold.get("groups").forEach(group -> assertTrue(groups.add(group.asText())));
        }
        assertEquals(24, decided.size());
        assertEquals(24, section.at("/pooled/samples").asInt());
        assertEquals(0.5, section.at("/pooled/majorityShare").asDouble());
        assertTrue(section.at("/pooled/accuracy").asDouble() > 0.9, section::toString);
        assertEquals(
                section.at("/pooled/accuracy").asDouble(),
                section.at("/accuracy/mean").asDouble(),
                1e-12,
                "all parts have the same size");
        assertTrue(section.at("/pooled/accuracyInterval/0").asDouble() < 0.97, section::toString);
    }

    @Test
    void aTableHasEachPartAndAllTogether() throws IOException, InputException {
        TrainingOutcome outcome = run(4, new TrainingProgress() {});

        assertTrue(outcome.model().isEmpty());
        assertEquals(5, outcome.tables().get(0).rows().size());
        assertEquals("all", outcome.tables().get(0).rows().get(4).get(0));
        assertTrue(outcome.summary().get(0).startsWith("cross-validation, 4 parts by group: 24 samples, accuracy "));
    }

    @Test
    void allDivisionsAreCheckedBeforeTheFirstTraining() throws IOException {
        ExperimentFolder two = new ExperimentFolder(temporary.resolve("two")).withSpikeLists("train", 1, 1);
        List<Integer> started = new ArrayList<>();

        InputException refused = assertThrows(
                InputException.class,
                () -> CrossValidation.run(two.read(TEXT), 2, 1, new TrainingProgress() {
                    @Override
                    public void foldStarted(int number, int of) {
                        started.add(number);
                    }
                }));

        assertTrue(refused.getMessage().contains("/data/hold-out: found no sample that is not held out"), "left");
        assertEquals(List.of(), started);
    }

    @Test
    void whatCannotBeDividedIsRefused() throws IOException {
        assertTrue(
                assertThrows(InputException.class, () -> run(25, new TrainingProgress() {}))
                        .getMessage()
                        .contains("/data/training: found 24 groups of samples, expected at least 25"),
                "too many parts");
        String named = TEXT.replace("share: 0.25", "groups: [low-0]");
        assertTrue(
                assertThrows(InputException.class, () -> CrossValidation.check(folder.read(named)))
                        .getMessage()
                        .contains("/data/hold-out/groups: found groups to hold out, expected a share"),
                "named groups");
    }
}
