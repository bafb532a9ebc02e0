package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.report.result.Verdict;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither a run that was stopped nor a directory that could not be written looks like a complete one. */
class PartialRunTest {

    @TempDir
    private Path folder;

    /** The sample run, planned for twice the time. */
    private static ScenarioRun stopped() {
        ScenarioRun run = SampleRun.sample().run();
        return new ScenarioRun(
                run.scenario(),
                run.network(),
                2 * run.ticks(),
                run.clips(),
                run.result(),
                new ScenarioRun.Findings(run.decisions(), run.costs(), List.of(), run.precision()),
                run.execution());
    }

    @Test
    void resultAndPageSayThatTheRunIsIncomplete() throws Exception {
        ScenarioRun run = stopped();
        JsonNode document = ResultDocument.of(run, SampleRun.MANIFEST);

        assertFalse(document.at("/run/complete").asBoolean());
        assertEquals(run.ranTicks(), document.at("/run/ticks").asLong());
        assertEquals(2 * run.ranTicks(), document.at("/run/plannedTicks").asLong());
        assertFalse(document.at("/verdict/passed").asBoolean());
        String verdict = Verdict.of(run).text();
        assertTrue(
                verdict.startsWith("Incomplete: stopped after 1.8 s of 3.6 s, with no expectation checked."), verdict);
        assertFalse(verdict.contains("hold"), verdict);

        Path directory = RunDirectory.write(run, folder.resolve("run"), SampleRun.MANIFEST);
        String page = Files.readString(directory.resolve("report.html"));
        assertTrue(page.contains("<title>pitch-detector: Incomplete: stopped after"), "the title of the window");
    }

    @Test
    void aDirectoryThatCannotBeWrittenWholeIsNotThere() throws Exception {
        ScenarioRun run = SampleRun.sample().run();
        Path blocked = Files.createFile(folder.resolve("blocked"));

        IOException failure = assertThrows(
                IOException.class, () -> RunDirectory.write(run, blocked.resolve("run"), SampleRun.MANIFEST));

        assertEquals(
                "the run directory cannot be written: " + blocked + " is a file, expected a folder",
                failure.getMessage());
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(List.of(blocked), entries.toList(), "and nothing half-written is left");
        }
    }
}
