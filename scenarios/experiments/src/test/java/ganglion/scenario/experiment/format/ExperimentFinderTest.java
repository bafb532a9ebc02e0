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
        Path deep = folder.write("d/".repeat(31) + "a.yaml", "experiment: a\n");
        folder.write("e.txt", "none");

        assertEquals(List.of(deep), ExperimentFinder.find(temporary, 34));
        assertEquals(
                temporary + ": found more than 33 files and folders, expected fewer",
                assertThrows(InputException.class, () -> ExperimentFinder.find(temporary, 33))
                        .getMessage());
        folder.write("d/".repeat(32) + "b.yaml", "experiment: b\n");
        assertTrue(assertThrows(InputException.class, () -> ExperimentFinder.find(temporary))
                .getMessage()
                .endsWith("/d: found more than 32 folders within each other"));
    }
}
