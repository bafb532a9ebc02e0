package ganglion.scenario.experiment.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.ExperimentFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFinderTest {

    @TempDir
    private Path temporary;

    @Test
    void findsExperimentsInAndBelowAFolderInTheOrderOfTheirPaths() throws IOException, InputException {
        ExperimentFolder folder = new ExperimentFolder(temporary);
        Path last = folder.write("z.yml", "experiment: z\n");
        Path first = folder.write("a/deep/b.json", "{\"experiment\": \"b\"}");
        folder.write("a/scenario.yaml", "scenario: s\n");
        folder.write("a/broken.yaml", "experiment: [\n");
        folder.write("a/notes.txt", "experiment: notes\n");

        assertEquals(List.of(first, last), ExperimentFinder.find(temporary));
    }

    @Test
    void refusesAFolderWithoutAnExperiment() {
        InputException refused = assertThrows(InputException.class, () -> ExperimentFinder.find(temporary));

        assertTrue(refused.problems().get(0).oneLine().startsWith(temporary + ": found no experiment file, expected"));
    }

    @Test
    void leavesOutNoneSilently() throws IOException, InputException {
        ExperimentFolder folder = new ExperimentFolder(temporary);
        Path deep = folder.write("d/".repeat(40) + "a.yaml", "experiment: a\n");
        Path other = folder.write("e.json", "{}");

        assertEquals(List.of(deep), ExperimentFinder.find(temporary, 2));
        InputException refused =
                assertThrows(InputException.class, () -> ExperimentFinder.find(temporary, 1), other::toString);
        assertEquals(
                temporary + ": found more than 1 YAML and JSON files, expected fewer",
                refused.problems().get(0).oneLine());
    }

    @Test
    void refusesAFolderThatIsMissing() {
        Path missing = temporary.resolve("missing");

        InputException refused = assertThrows(InputException.class, () -> ExperimentFinder.find(missing));

        assertEquals(
                missing + ": cannot be read, expected a folder with experiment files",
                refused.problems().get(0).oneLine());
    }
}
