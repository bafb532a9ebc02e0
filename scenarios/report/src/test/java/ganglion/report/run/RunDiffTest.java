package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.report.run.RunDiff.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDiffTest {

    @TempDir
    private Path folder;

    private Path first;

    @BeforeEach
    void runTheScenario() throws Exception {
        first = scenario().runInto(folder.resolve("first"));
    }

    private TinyScenario scenario() {
        return new TinyScenario(folder.resolve("scenario"));
    }

    private RunDiff diff(TinyScenario changed) throws Exception {
        Path second = changed.runInto(folder.resolve("second"));
        return RunDiff.between(RecordedRun.read(first), RecordedRun.read(second));
    }

    private static String text(RunDiff.Pair pair) {
        return pair.first() + " and " + pair.second();
    }

    @Test
    void twoRunsOfOneScenarioDoNotDiffer() throws Exception {
        RunDiff diff = diff(scenario());

        assertTrue(diff.isEmpty(), diff::toString);
    }

    @Test
    void aChangedWeightShowsInSpikesAndExpectations() throws Exception {
        RunDiff diff = diff(scenario().with("[[1, 0.5]]", "[[1, 1]]"));

        assertFalse(diff.isEmpty());
        assertEquals(
                "a spike too many in out at tick 11 (11 ms), neuron 1 (4 spikes, the first run has 2)",
                diff.divergence().orElseThrow());
        assertEquals(Set.of("out"), diff.of(Section.SPIKES).keySet());
        assertEquals("2 and 4", text(diff.of(Section.SPIKES).get("out")));
        assertEquals(Set.of("/expect/0"), diff.of(Section.EXPECTATIONS).keySet());
        assertTrue(diff.of(Section.DECISIONS).isEmpty(), diff::toString);
    }

    @Test
    void anotherWinnerIsListedByItsClip() throws Exception {
        RunDiff diff = diff(scenario().with("[[1, 0.5]]", "[[0.5, 1]]"));

        assertEquals(1, diff.of(Section.DECISIONS).size());
        assertEquals(
                "\"A\" and \"B\"",
                text(diff.of(Section.DECISIONS).values().iterator().next()));
        assertEquals("2 and 2", text(diff.of(Section.SPIKES).get("out")), "as many spikes of another neuron");
    }

    @Test
    void anotherDurationIsAFactADivergenceAndLessStaticEnergy() throws Exception {
        RunDiff diff = diff(scenario().with("duration: 100 ms", "duration: 50 ms"));

        assertEquals("50 ticks, the first run has 100", diff.divergence().orElseThrow());
        assertEquals("100 and 50", text(diff.of(Section.FACTS).get("run ticks")));
        assertTrue(diff.of(Section.SPIKES).isEmpty(), diff::toString);
        RunDiff.Pair energy = diff.of(Section.FIGURES).get("loihi, static (J)");
        assertEquals(energy.first().asDouble() / 2, energy.second().asDouble(), 1e-12);
    }

    @Test
    void aChipOfOneRunOnlyIsComparedWithNothing() throws Exception {
        RunDiff diff = diff(scenario().with("hardware: [loihi]", "hardware: [loihi, truenorth]"));

        assertTrue(diff.of(Section.FIGURES)
                .get("truenorth, spikes, always-on energy of a decision (J)")
                .first()
                .isNull());
        assertFalse(
                diff.of(Section.FIGURES).containsKey("loihi, spikes, always-on energy of a decision (J)"),
                diff::toString);
    }

    @Test
    void refusesWhatIsNoRunDirectoryOrDamaged() throws Exception {
        assertEquals(folder + ": is no run directory, expected one that ganglion run has written", refusal(folder));

        Files.writeString(first.resolve("spikes.csv"), "nonsense\n");
        assertTrue(refusal(first).startsWith(first.resolve("spikes.csv").toString()), refusal(first));

        Files.writeString(first.resolve("result.json"), "{\"format\": \"ganglion-run\", ");
        assertTrue(refusal(first).contains("result.json:1: not valid JSON: found "), refusal(first));
    }

    private static String refusal(Path directory) {
        return assertThrows(InputException.class, () -> RecordedRun.read(directory))
                .getMessage();
    }
}
