package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointCheckTest {

    private static final String WEIGHTS = "/network/projections/0/weights";
    private static final String POPULATION = "/network/populations/0";

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    private Path swept(int points) {
        String values = IntStream.range(0, points).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return fixture.write(
                points + ".yaml", ScenarioFolderFixture.BASE + "sweep: {" + WEIGHTS + ": [" + values + "]}\n");
    }

    /** Number of reads of a scenario file while it is checked. */
    private long reads(Path scenario) throws IOException, InputException {
        Path events = folder.resolve("reads.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withoutThreshold();
            recording.start();
            ScenarioFiles.readWithPoints(scenario, ScenarioOverrides.NONE);
            recording.stop();
            recording.dump(events);
        }
        return RecordingFile.readAllEvents(events).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileRead"))
                .filter(event -> scenario.toString().equals(event.getString("path")))
                .count();
    }

    @Test
    void theFileIsReadOnceHoweverManyPointsItHas() throws IOException, InputException {
        long reads = reads(swept(1));

        assertTrue(reads > 0, "no read was seen");
        assertEquals(reads, reads(swept(50)));
    }

    @Test
    void aSweepOfTheCommandLineIsCheckedAsThatOfAFile() {
        Path file = fixture.write("s.yaml", ScenarioFolderFixture.BASE);
        ScenarioOverrides overrides = new ScenarioOverrides(
                Map.of("/sweep", "{" + POPULATION + "/parameters/beta: [0.5, 2]}"),
                OptionalLong.empty(),
                List.of(),
                false);

        assertEquals(
                List.of(file + ": " + POPULATION + "/parameters/beta: found 2, expected at most 1 (run 2: beta 2)"),
                Problem.lines(ScenarioFiles.validate(file, overrides)));
    }
}
