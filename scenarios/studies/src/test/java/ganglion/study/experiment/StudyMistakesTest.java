package ganglion.study.experiment;

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
                "transform: {window: 0}|3 /transform/window: found 0, expected at least 2",
                "transform: {window: 1026}|3 /transform/window: found 1026, expected at most 1024",
                "transform: {window: 7}|3 /transform/window: found 7, expected an even number",
                "transform: {epochs: 10001}|3 /transform/epochs: found 10001, expected at most 10000",
                "transform: {batch: -1}|3 /transform/batch: found -1, expected at least 1",
                "transform: {frame: 10}|3 /transform/frame: found the unknown key \"frame\", expected one of window, epochs, frames, batch, learning-rate, did you mean \"frames\"?",
                "transform: 64|3 /transform: found 64, expected settings of the linear layer",
                "tones: {others: 4}|3 /tones: found the unknown key \"tones\", expected one of $schema, format, experiment, task, description, extends, seed, seeds, transform",
            })
    void inATransform(String wrong, String expected) throws IOException {
        assertMistake("fourier-transform", wrong, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tones: {others: 101}|3 /tones/others: found 101, expected at most 100",
                "tones: {random-phases: 1}|3 /tones/random-phases: found 1, expected true or false",
                "read-out: {hold-normalisation-after: -1}|3 /read-out/hold-normalisation-after: found -1, expected at least 0",
                "training: {mixtures: 1}|3 /training/mixtures: found 1, expected at least 2",
                "training: {batch: 1}|3 /training/batch: found 1, expected at least 2",
                "training: {learning-rate: 0}|3 /training/learning-rate: found 0, expected more than 0",
                "training: []|3 /training: found a list of 0 elements, expected settings of the training",
                "transform: {window: 3}|3 /transform/window: found 3, expected an even number",
            })
    void inToneAmplitudes(String wrong, String expected) throws IOException {
        assertMistake("tone-amplitudes", wrong, expected);
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
