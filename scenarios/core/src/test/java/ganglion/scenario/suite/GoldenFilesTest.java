package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a golden raster is written, and what it then holds. */
class GoldenFilesTest {

    private static final String HEADER = "# format: ganglion-raster 1\n# tick-seconds: 0.001\n# ticks: 20\n";
    private static final String COLUMNS = "tick,population,neuron\n";
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private SuiteFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new SuiteFixture(folder);
    }

    private ScenarioRun run(String more) throws Exception {
        Path file = fixture.testCase("golden", more).file();
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE),
                new RunSettings(Integer.MAX_VALUE, 1),
                RunProgress.NONE);
    }

    /** One line with the file, its line, and the place in it. */
    private static void assertTold(String message, InputException refusal) {
        assertEquals(1, refusal.problems().size());
        String line = refusal.problems().get(0).oneLine();
        assertTrue(line.matches(".*golden\\.yaml:\\d+: " + Pattern.quote(message)), line);
    }

    private static Set<String> populations(Path file) throws Exception {
        return RasterFile.read(file).rasters().keySet();
    }

    @Test
    void leavesAFileAloneThatIsUpToDate() throws Exception {
        ScenarioRun run = run("expect: [{raster: g.csv}]\n");
        assertTrue(new GoldenFiles(false).update(run));
        Path file = folder.resolve("g.csv");
        Files.setLastModifiedTime(file, LONG_AGO);
        GoldenFiles again = new GoldenFiles(false);

        assertFalse(again.update(run));

        assertEquals(List.of(), again.notes());
        assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
    }

    @Test
    void replacesAFileThatCannotBeRead() throws Exception {
        fixture.write("g.csv", "# format: ganglion-raster 9\n");
        GoldenFiles golden = new GoldenFiles(false);

        assertTrue(golden.update(run("expect: [{raster: g.csv}]\n")));

        assertEquals(List.of("g.csv: 6 spikes written"), golden.notes());
        assertEquals(Set.of("taps", "out"), populations(folder.resolve("g.csv")));
    }

    @Test
    void doesNotReplaceAFileThatIsNoRaster() throws Exception {
        Path notes = folder.resolve("notes.txt");
        Files.writeString(notes, "what I must not forget\n");
        ScenarioRun run = run("expect: [{raster: notes.txt}]\n");

        InputException refusal = assertThrows(InputException.class, () -> new GoldenFiles(true).update(run));

        assertTold(
                "/expect/0/raster: notes.txt: is not a golden raster and stays as it is; expected another name",
                refusal);
        assertEquals("what I must not forget\n", Files.readString(notes));
    }

    @Test
    void writesOutsideTheFolderOnlyIfItIsAllowed(@TempDir Path elsewhere) throws Exception {
        Path file = elsewhere.resolve("g.csv");
        ScenarioRun run = run("expect: [{raster: '" + file + "'}]\n");

        InputException refusal = assertThrows(InputException.class, () -> new GoldenFiles(false).update(run));

        assertTold(
                "/expect/0/raster: " + file + ": found an absolute path, expected one in the scenario's folder;"
                        + " --allow-outside-paths lets --update write it",
                refusal);
        assertFalse(Files.exists(file));
        assertTrue(new GoldenFiles(true).update(run));
        assertEquals(Set.of("taps", "out"), populations(file));
    }

    /** Populations were renamed: the scenario's own choice is all that is left to go by. */
    @Test
    void recordsWhatTheScenarioRecordsIfNoOldPopulationIsLeft() throws Exception {
        fixture.write("g.csv", HEADER + "# population: gone 2\n" + COLUMNS);
        GoldenFiles golden = new GoldenFiles(false);

        golden.update(run("record: {spikes: [out]}\nexpect: [{raster: g.csv}]\n"));

        assertEquals(Set.of("out"), populations(folder.resolve("g.csv")));
        assertEquals(1, golden.notes().size());
        assertTrue(golden.notes().get(0).endsWith(", rewritten"), golden.notes()::toString);
    }

    @Test
    void keepsOfTheOldPopulationsThoseThatAreLeft() throws Exception {
        fixture.write("g.csv", HEADER + "# population: gone 2\n# population: taps 2\n" + COLUMNS);

        new GoldenFiles(false).update(run("expect: [{raster: g.csv}]\n"));

        assertEquals(Set.of("taps"), populations(folder.resolve("g.csv")));
    }

    @Test
    void writesAFileOnceThatTwoExpectationsName() throws Exception {
        GoldenFiles golden = new GoldenFiles(false);
        ScenarioRun run = run("expect: [{raster: g.csv}, {raster: ./g.csv}]\n");

        assertTrue(golden.update(run));
        assertFalse(golden.update(run), "a second run of the same scenario");

        assertEquals(1, golden.notes().size());
    }

    @Test
    void saysWhichFileCannotBeWrittenAndLeavesNoPartBehind() throws Exception {
        fixture.write("g.csv/occupied", "the name of the raster is that of a folder");
        GoldenFiles golden = new GoldenFiles(false);
        ScenarioRun run = run("expect: [{raster: g.csv}]\n");

        InputException refusal = assertThrows(InputException.class, () -> golden.update(run));

        assertTold("/expect/0/raster: g.csv: is a directory", refusal);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("g.csv", "golden.yaml", "taps.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
