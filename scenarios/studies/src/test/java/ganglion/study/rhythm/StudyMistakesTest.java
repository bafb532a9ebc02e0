package ganglion.study.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in files of the studies are reported with line, place, what was found and what was expected. */
class StudyMistakesTest {

    @TempDir
    private Path folder;

    private List<String> problems(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), text);
        return assertThrows(InputException.class, () -> ExperimentFiles.read(file, ScenarioOverrides.NONE))
                .problems()
                .stream()
                .map(problem -> problem.line() + " " + problem.pointer() + ": " + problem.message())
                .toList();
    }

    private void assertMistake(String task, String wrong, String expected) throws IOException {
        assertEquals(List.of(expected), problems("experiment: e\ntask: " + task + "\n" + wrong + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trains: {ticks: 59}|3 /trains/ticks: found 59, expected at least 60",
                "trains: {ticks: 4001}|3 /trains/ticks: found 4001, expected at most 4000",
                "trains: {jitter: -1}|3 /trains/jitter: found -1, expected at least 0",
                "trains: {missing: 1}|3 /trains/missing: found 1, expected at most 0.99",
                "trains: {training: 0}|3 /trains/training: found 0, expected at least 1",
                "epochs: 0|3 /epochs: found 0, expected at least 1",
                "front: delay|3 /front: found \"delay\", expected one of delays, time-constants, did you mean \"delays\"?",
            })
    void inARhythm(String wrong, String expected) throws IOException {
        assertMistake("rhythm", wrong, expected);
    }

    @Test
    void allMistakesOfAFileAreReportedAtOnce() throws IOException {
        assertEquals(
                List.of("3 /trains/ticks: found 1, expected at least 60", "4 /epochs: found 0, expected at least 1"),
                problems("experiment: e\ntask: rhythm\ntrains: {ticks: 1}\nepochs: 0\n"));
    }
}
