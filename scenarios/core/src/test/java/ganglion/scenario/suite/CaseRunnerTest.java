package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.suite.CaseRunner.RunKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CaseRunnerTest {

    private static final String EXPECT = "expect:\n  - {spikes: {population: out}, equals: 3}\n";

    @TempDir
    private Path folder;

    private SuiteFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new SuiteFixture(folder);
    }

    private static CaseSettings settings(boolean update) {
        return new CaseSettings(
                ScenarioOverrides.NONE, new RunSettings(Integer.MAX_VALUE, 1), 2, update, CaseSettings.NO_LIMIT);
    }

    private static CaseResult run(SuiteCase test) {
        return new CaseRunner(settings(false), RunKeeper.NONE).run(test);
    }

    @Test
    void passesAndFailsByTheExpectations() {
        CaseResult passed = run(fixture.testCase("good", EXPECT));
        CaseResult failed = run(fixture.testCase("bad", EXPECT.replace("3", "4")));

        assertEquals(Status.PASSED, passed.status());
        assertEquals(3.0, passed.runs().get(0).figures().get("spikes of out"));
        assertEquals(Status.FAILED, failed.status());
        assertEquals("3", failed.runs().get(0).outcomes().get(0).found());
        assertEquals(List.of(), failed.runs().get(0).messages());
    }

    @Test
    void runsEveryPointOfASweep() {
        CaseResult result = run(fixture.testCase(
                "swept", EXPECT + "sweep: {/network/projections/0/weights: [0.5, 1.0], /seed: [1, 2]}\nseed: 1\n"));

        assertEquals(
                List.of("weights 0.5, seed 1", "weights 0.5, seed 2", "weights 1.0, seed 1", "weights 1.0, seed 2"),
                result.runs().stream().map(RunResult::label).toList());
        assertEquals(
                List.of(Status.FAILED, Status.FAILED, Status.PASSED, Status.PASSED),
                result.runs().stream().map(RunResult::status).toList());
        assertEquals(Status.FAILED, result.status());
    }

    @Test
    void keepsEachRunOnceAndNamesThePlace() {
        AtomicInteger kept = new AtomicInteger();
        RunKeeper keeper = (run, point) -> "place-" + kept.incrementAndGet();

        CaseResult result = new CaseRunner(settings(false), keeper).run(fixture.testCase("good", EXPECT));

        assertEquals(1, kept.get());
        assertEquals("place-1", result.runs().get(0).report());
    }

    @Test
    void refusesWhatItCannotReadBindOrKeep() {
        RunKeeper full = (run, point) -> {
            throw new IOException("the disk is full");
        };
        SuiteCase good = fixture.testCase("good", EXPECT);

        CaseResult unread = run(fixture.testCase("unread", "sed: 1\n"));
        CaseResult unbound = run(unbound());
        CaseResult unkept = new CaseRunner(settings(false), full).run(good);

        assertEquals(Status.REFUSED, unread.status());
        assertEquals(Status.REFUSED, unbound.status());
        assertTrue(unbound.runs().get(0).messages().get(0).contains("bad.csv: line 1"), unbound::toString);
        assertEquals(Status.REFUSED, unkept.status());
        assertEquals(
                List.of(good.file() + ": the disk is full"),
                unkept.runs().get(0).messages());
    }

    private SuiteCase unbound() {
        fixture.write("bad.csv", "no header\n");
        Path file = fixture.write(
                "unbound.yaml", SuiteFixture.scenario("unbound", "").replace("taps.csv", "bad.csv"));
        return new SuiteCase(file, "unbound", List.of());
    }

    @Test
    void takesACrashForOurFaultAndLacksOfMemoryForTheEndOfTheRun() {
        SuiteCase good = fixture.testCase("good", EXPECT);
        RunKeeper crashing = (run, point) -> {
            throw new IllegalStateException("nobody expected this");
        };
        RunKeeper greedy = (run, point) -> {
            throw new OutOfMemoryError("Java heap space");
        };

        CaseResult crashed = new CaseRunner(settings(false), crashing).run(good);
        CaseResult starved = new CaseRunner(settings(false), greedy).run(good);

        assertEquals(Status.FAULT, crashed.status());
        String message = crashed.runs().get(0).messages().get(0);
        assertTrue(message.contains("nobody expected this at ganglion.scenario.suite.CaseRunnerTest"), message);
        assertEquals(Status.ABORTED, starved.status());
    }

    @Test
    void aLostRunOfASweepKeepsItsPlaceAndIsNamed() {
        SuiteCase sweep = fixture.testCase("sweep", "sweep: {/network/projections/0/weights: [0.5, 1.0]}\n");
        RunKeeper greedy = (run, point) -> {
            if (point.number() == 1) {
                throw new OutOfMemoryError("Java heap space");
            }
            return "";
        };

        CaseResult result = new CaseRunner(settings(false), greedy).run(sweep);

        RunResult lost = result.runs().get(1);
        assertEquals(Map.of("/network/projections/0/weights", "1.0"), lost.settings());
        assertTrue(
                lost.messages().get(0).startsWith(sweep.file() + ": weights 1.0: needs more memory"), lost::toString);
        assertEquals(1, result.lost());
    }

    @Test
    void writesGoldenRastersWhenAskedAndSaysWhatChanged() throws IOException {
        SuiteCase test = fixture.testCase("golden", "expect: [{raster: golden/out.csv}]\n");
        CaseRunner updating = new CaseRunner(settings(true), RunKeeper.NONE);

        assertEquals(Status.FAILED, run(test).status(), "there is none yet");
        CaseResult written = updating.run(test);
        CaseResult unchanged = updating.run(test);
        fixture.write("taps.csv", "tick,neuron\n1,0\n5,0\n");
        CaseResult changed = updating.run(test);

        assertEquals(Status.PASSED, written.status());
        assertEquals(List.of("golden/out.csv: 6 spikes written"), written.notes());
        assertEquals(List.of(), unchanged.notes());
        assertEquals(
                List.of("golden/out.csv: a spike missing in taps at tick 9 (9 ms), neuron 1"
                        + " (2 spikes, the golden raster has 3), rewritten"),
                changed.notes());
        assertEquals(Status.PASSED, run(test).status());
        try (var files = Files.list(folder.resolve("golden"))) {
            assertEquals(1, files.count(), "a file was left behind");
        }
    }

    /** Two runs that want one file to differ cannot both be right: the first has it, the second fails. */
    @Test
    void letsOneRunOfASweepWriteAGoldenRaster() {
        SuiteCase test = fixture.testCase(
                "golden", "expect: [{raster: g.csv}]\nsweep: {/network/projections/0/weights: [0.5, 1.0]}\n");
        CaseSettings oneByOne = new CaseSettings(
                ScenarioOverrides.NONE, new RunSettings(Integer.MAX_VALUE, 1), 1, true, CaseSettings.NO_LIMIT);

        CaseResult result = new CaseRunner(oneByOne, RunKeeper.NONE).run(test);

        assertEquals(
                List.of(Status.PASSED, Status.FAILED),
                result.runs().stream().map(RunResult::status).toList());
        assertEquals(1, result.notes().size());
    }

    @Test
    void tellsFiguresByTheirNames() {
        SuiteCase test = fixture.testCase("costed", EXPECT + "hardware: [loihi]\n");

        Map<String, Double> figures = run(test).runs().get(0).figures();

        assertEquals(
                List.of(
                        "spikes of taps",
                        "rate of taps (Hz)",
                        "spikes of out",
                        "rate of out (Hz)",
                        "marginal energy of the run on loihi (J)",
                        "active energy of the run on loihi (J)",
                        "always-on energy of the run on loihi (J)",
                        "work of the run on loihi (s)",
                        "keeps pace on loihi",
                        "99 % of ticks on loihi (s)"),
                List.copyOf(figures.keySet()));
        assertEquals(75.0, figures.get("rate of out (Hz)"), 1e-9);
    }
}
