package ganglion.report.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.OutputException;
import ganglion.documents.output.Checksum;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.suite.SuiteCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before a suite runs, the folders of all its run directories are looked at. */
class RunFoldersTest {

    private static final List<SuiteCase> CASES = List.of(single("first"), sweep("second case"));

    @TempDir
    private Path folder;

    @BeforeEach
    void runsOfBefore() throws IOException {
        run("first");
        run("second-case/0001");
        run("second-case/0002");
        table("second-case");
    }

    /** What a sweep leaves beside its runs: a table, and the document that lists it. */
    private void table(String place) throws IOException {
        Path table = Files.writeString(folder.resolve(place).resolve("sweep.csv"), "run");
        Files.writeString(
                folder.resolve(place).resolve("sweep.json"),
                "{\"format\": \"ganglion-sweep\", \"formatVersion\": 1, \"files\": [{\"name\": \"sweep.csv\","
                        + " \"sha256\": \""
                        + Checksum.ofFile(table) + "\"}]}");
    }

    private static String refusal(Path place) {
        return assertThrows(OutputException.class, () -> RunFolders.checkSweep(place))
                .getMessage();
    }

    private static SuiteCase single(String name) {
        return new SuiteCase(Path.of(name + ".yaml"), name, List.of());
    }

    private static SuiteCase sweep(String name) {
        RunPoint first = new RunPoint(0, Map.of("/w", "1"), OptionalLong.empty());
        RunPoint second = new RunPoint(1, Map.of("/w", "2"), OptionalLong.empty());
        return new SuiteCase(Path.of(name + ".yaml"), name, List.of(), List.of(first, second));
    }

    private void run(String place) throws IOException {
        Path run = Files.createDirectories(folder.resolve(place));
        Files.writeString(run.resolve("result.json"), "{\"format\": \"ganglion-run\"}");
        Files.writeString(run.resolve("report.html"), "");
    }

    private void refused(String place) throws IOException {
        Path mine = Files.writeString(folder.resolve(place).resolve("mine.txt"), "mine");
        assertEquals(
                folder.resolve(place)
                        + ": holds mine.txt, which Ganglion did not write; expected it elsewhere, or another"
                        + " --out",
                assertThrows(OutputException.class, () -> RunFolders.check(folder, CASES))
                        .getMessage());
        Files.delete(mine);
    }

    @Test
    void runDirectoriesOfBeforeAreReplaced() throws OutputException {
        RunFolders.check(folder, CASES);
    }

    @Test
    void aFileOfTheUserIsNamedWithItsFolder() throws IOException {
        refused("first");
        refused("second-case/0002");
    }

    @Test
    void aSweepIsNotWrittenIntoARunDirectory() throws OutputException {
        Path run = folder.resolve("first");

        assertEquals(
                run.resolve("0001") + ": lies in the run directory " + run + ", expected another --out",
                assertThrows(OutputException.class, () -> RunFolders.checkSweep(run))
                        .getMessage());
        RunFolders.checkSweep(folder.resolve("second-case"));
        RunFolders.checkSweep(folder.resolve("new"));
    }

    @Test
    void aFileBesideTheRunsOfASweepStays() throws Exception {
        Files.writeString(folder.resolve("second-case/mine.txt"), "mine");
        Files.createDirectories(folder.resolve("third"));
        table("third");

        RunFolders.check(folder, List.of(sweep("second case"), sweep("third")));
        RunFolders.clear(folder, CASES);

        try (Stream<Path> left = Files.list(folder.resolve("second-case"))) {
            assertEquals(List.of(folder.resolve("second-case/mine.txt")), left.toList());
        }
    }

    @Test
    void aTableThatIsNoSweepsStaysAndSoDoesOneThatWasChanged() throws Exception {
        Path place = folder.resolve("second-case");
        Files.writeString(place.resolve("sweep.csv"), "run,what I make of it");
        assertEquals(
                place
                        + ": holds sweep.csv, which was changed since Ganglion wrote it; expected it elsewhere, or"
                        + " another --out",
                refusal(place));
        Files.writeString(place.resolve("sweep-runs.csv"), "mine");
        Files.delete(place.resolve("sweep.csv"));
        assertEquals(
                place + ": holds sweep-runs.csv, which Ganglion did not write; expected it elsewhere, or another --out",
                refusal(place));

        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("sweep.html"), "of a chimney");
        assertEquals(
                other
                        + ": holds sweep.html, but no sweep.json in which Ganglion lists it (earlier versions wrote"
                        + " none); expected it elsewhere, or another --out",
                refusal(other));
        Files.writeString(other.resolve("sweep.json"), "{\"chimneys\": 3}");
        Files.delete(other.resolve("sweep.html"));
        assertEquals(
                other + ": holds sweep.json, which Ganglion did not write; expected it elsewhere, or another --out",
                refusal(other));
        assertThrows(OutputException.class, () -> RunFolders.check(folder, List.of(sweep("other"))));
    }

    @Test
    void aSweepOfANewerGanglionStays() throws Exception {
        Path place = folder.resolve("second-case");
        Files.writeString(place.resolve("sweep.json"), "{\"format\": \"ganglion-sweep\", \"formatVersion\": 2}");

        assertEquals(
                place + ": holds sweep.json, which a newer Ganglion wrote (formatVersion 2, known up to 1);"
                        + " expected it elsewhere, or another --out",
                refusal(place));
    }

    @Test
    void ofASweepThatWasKilledTheRunsAreFound() throws Exception {
        assertTrue(RunFolders.hasSweep(folder.resolve("second-case")));
        for (String name : List.of("sweep.csv", "sweep.json")) {
            Files.delete(folder.resolve("second-case").resolve(name));
        }
        assertTrue(RunFolders.hasSweep(folder.resolve("second-case")));
        RunFolders.checkSweep(folder.resolve("second-case"));
        assertFalse(RunFolders.hasSweep(folder.resolve("first")));
    }

    /** What will be written counts, not what lies there: the suite would run, and be refused at its end. */
    @Test
    void aScenarioThatBecameASweepIsRefusedBeforeTheSuiteAndTheOtherWayRound() {
        assertEquals(
                folder.resolve("first/0001") + ": lies in the run directory " + folder.resolve("first")
                        + ", expected another --out",
                assertThrows(OutputException.class, () -> RunFolders.check(folder, List.of(sweep("first"))))
                        .getMessage());
        assertEquals(
                folder.resolve("second-case")
                        + ": is not a run directory of Ganglion and stays as it is; expected another name",
                assertThrows(OutputException.class, () -> RunFolders.check(folder, List.of(single("second case"))))
                        .getMessage());
    }
}
