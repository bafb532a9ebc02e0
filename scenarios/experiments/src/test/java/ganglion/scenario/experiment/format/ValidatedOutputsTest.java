package ganglion.scenario.experiment.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.Problem;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.model.ScenarioOverrides;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment is told before it is trained that its network has not an output for each class of its data. */
class ValidatedOutputsTest {

    private static final String TEXT = """
            experiment: e
            data: {training: {kind: spike-lists, path: train}}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
            training: {epochs: 6}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 3, 1);
    }

    private List<String> problems(String text) throws IOException {
        return ExperimentFiles.validate(folder.write("e.yaml", text), ScenarioOverrides.NONE).stream()
                .map(Problem::oneLine)
                .map(line -> line.replaceFirst(".*e\\.yaml:", ""))
                .toList();
    }

    @Test
    void anOutputForEachClassIsFine() throws IOException {
        assertEquals(List.of(), problems(TEXT));
    }

    @Test
    void outputsWithoutAClassAreNamed() throws IOException {
        assertEquals(
                List.of("4: /network/layers: found 3 outputs for the 2 classes high, low, expected one for each"),
                problems(TEXT.replace("outputs: 2", "outputs: 3")));
    }

    /** That it leads out is all that is known of it. */
    @Test
    void dataBehindALinkThatLeadsOutAreOneProblem(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("high"));
        Files.createSymbolicLink(temporary.resolve("link"), elsewhere);
        Files.createSymbolicLink(temporary.resolve("list.txt"), Files.createFile(elsewhere.resolve("names.txt")));
        String text = TEXT.replace("path: train", "path: link, names: list.txt");

        List<String> problems = problems(text);

        assertEquals(2, problems.size(), problems::toString);
        problems.forEach(
                line -> assertTrue(line.contains("which leaves the folder of this file by a symbolic link"), line));
    }

    /** Their labels are read without their spikes. */
    @Test
    void outputsAreComparedWithTheLabelsOfRecordings() throws IOException {
        String heidelberg = TEXT.replace("kind: spike-lists, path: train", "kind: heidelberg, path: labels.h5")
                .replace("channels: 6", "channels: 700");
        try (WritableHdfFile hdf = HdfFile.write(temporary.resolve("labels.h5"))) {
            hdf.putDataset("labels", new int[] {0, 2, 1});
        }

        assertEquals(
                List.of("4: /network/layers: found 2 outputs for the 3 classes 0, 1, 2, expected one for each"),
                problems(heidelberg));
        assertEquals(List.of(), problems(heidelberg.replace("outputs: 2", "outputs: 3")));
    }

    @Test
    void anExperimentIsCheckedWithoutItsData() throws IOException {
        folder.with("empty");

        assertEquals(
                List.of(), problems(TEXT.replace("outputs: 2", "outputs: 3").replace("path: train", "path: empty")));
    }
}
