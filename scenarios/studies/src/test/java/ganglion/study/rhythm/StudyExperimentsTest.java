package ganglion.study.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The experiments of the founding study are valid, with the data that lie beside them. */
@Tag("slow")
class StudyExperimentsTest {

    private static final Path STUDY = Path.of("..", "gallery", "study");

    @Test
    void allExperimentsAreValid() throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(STUDY)) {
            files = entries.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(ExperimentFiles::isExperiment)
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() >= 7, "found " + files);
        for (Path file : files) {
            assertEquals(List.of(), ExperimentFiles.validate(file, ScenarioOverrides.NONE), file.toString());
        }
    }
}
