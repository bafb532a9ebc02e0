package ganglion.api;

import static ganglion.api.Units.hertz;
import static ganglion.api.Units.millis;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.Problem;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios that are read from files, changed, run, and refused. */
final class RunnableScenarioTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writesAScenario() throws IOException {
        file = Tones.twoTaps(folder);
    }

    @Test
    void aFileIsReadAndRun() {
        RunnableScenario scenario = GanglionApi.scenario(file);
        RunOutcome run = scenario.run();

        assertEquals("two-taps", scenario.name());
        assertEquals(List.of("taps", "out"), scenario.populations());
        assertTrue(run.complete() && run.passed());
        assertArrayEquals(new long[] {2, 6, 11}, run.spikes("out").ticks());
        assertArrayEquals(new double[] {0.002, 0.006, 0.011}, run.spikes("out").seconds());
        assertEquals("low", run.decisions().get(0).winner());
        assertEquals("/expect/0", run.expectations().get(0).pointer());
        assertThrows(GanglionException.class, () -> run.spikes("nobody"));
        assertThrows(GanglionException.class, () -> run.synapses("out", "taps"));
    }

    @Test
    void changesLeaveTheFirstAsItIs() throws IOException {
        RunnableScenario scenario = GanglionApi.scenario(file);
        Files.delete(file);
        RunnableScenario changed = scenario.with("/clock/duration", millis(8))
                .with(Map.of("/expect/0/between", List.of(2, 2), "/network/projections/0/weights", 0.5));

        assertEquals(8, changed.with("/network/projections/0/weights", 1).run().ticks());
        assertTrue(changed.with("/network/projections/0/weights", 1.0).run().passed());
        assertFalse(changed.run().passed());
        assertEquals("0", changed.run().expectations().get(0).found());
        assertEquals(50, scenario.run().ticks());
        assertEquals(7, scenario.withSeed(7).run().seed());
    }

    @Test
    void aMistakeIsToldWithItsLine() throws IOException {
        Files.writeString(file, Files.readString(file).replace("beta: 0.9", "beta: 1.9"));

        Problem fault = assertThrows(GanglionException.class, () -> GanglionApi.scenario(file))
                .problems()
                .get(0);

        assertEquals(file.toString(), fault.file());
        assertEquals(8, fault.line());
        assertEquals("/network/populations/0/parameters/beta", fault.pointer());
        assertEquals("found 1.9, expected at most 1", fault.message());
    }

    @Test
    void aChangeThatDoesNotFitIsTold() {
        RunnableScenario scenario = GanglionApi.scenario(file);

        Problem wrong = assertThrows(GanglionException.class, () -> scenario.with("/clock/duration", hertz(3)))
                .problems()
                .get(0);
        Problem nowhere = assertThrows(GanglionException.class, () -> scenario.with("/network/populations/3/size", 2))
                .problems()
                .get(0);

        assertEquals("/clock/duration", wrong.pointer());
        assertEquals("", nowhere.file());
        assertEquals("/network/populations/3/size", nowhere.pointer());
        assertThrows(GanglionException.class, () -> scenario.withSeed(-1));
        assertThrows(GanglionException.class, () -> scenario.onDevices("no-such-device"));
        assertThrows(GanglionException.class, () -> GanglionApi.scenario(folder.resolve("missing.yaml")));
    }

    @Test
    void onlyATrustedFileReadsOutsideItsFolder() throws IOException {
        Path within = Files.createDirectories(folder.resolve("within"));
        Files.writeString(
                within.resolve("scenario.yaml"), Files.readString(file).replace("taps.csv", "../taps.csv"));

        GanglionException refusal =
                assertThrows(GanglionException.class, () -> GanglionApi.scenario(within.resolve("scenario.yaml")));
        RunnableScenario trusted = GanglionApi.trustedScenario(within.resolve("scenario.yaml"));

        assertEquals("/inputs/0/spikes", refusal.problems().get(0).pointer());
        assertEquals(
                3,
                trusted.with("/clock/duration", millis(30)).run().spikes("out").count());
    }

    @Test
    void thePointsOfASweepAreRunOneByOne() throws IOException {
        Files.writeString(
                file, Files.readString(file) + "sweep: {/network/projections/0/weights: [0.5, 1.0]}\nrepeat: 2\n");
        RunnableScenario sweep = GanglionApi.scenario(file);

        List<RunnableScenario> points = sweep.points();

        assertEquals(4, points.size());
        assertThrows(GanglionException.class, sweep::run);
        assertThrows(GanglionException.class, () -> sweep.save(folder.resolve("saved.yaml")));
        assertEquals(
                List.of(0, 0, 3, 3),
                points.stream().map(point -> point.run().spikes("out").count()).toList());
        assertEquals(43, points.get(1).run().seed());
        RunnableScenario saved = points.get(3).save(folder.resolve("saved.yaml"));
        assertEquals(3, saved.run().spikes("out").count());
        assertEquals(43, saved.seed());
    }

    @Test
    void aRunThatIsStoppedSaysThatItIsNotComplete() {
        AtomicBoolean stop = new AtomicBoolean();
        RunProgress stops = new RunProgress() {

            @Override
            public void advanced(String phase, double fraction) {
                stop.set(phase.equals("simulating"));
            }

            @Override
            public boolean stopRequested() {
                return stop.get();
            }
        };
        RunnableScenario endless = Balanced.network(400, Units.seconds(100_000)).build();

        RunOutcome run = endless.run(RunSettings.ofThisMachine(), stops);

        assertFalse(run.complete());
        assertFalse(run.passed());
        assertTrue(run.ticks() < 1_000_000_000L);
    }

    @Test
    void aSoundIsClassified() throws IOException {
        RunnableScenario ear = GanglionApi.scenario(Tones.ear(folder));
        Path high = Tones.write(folder.resolve("high.wav"), Tones.tone(3000, 0.4));

        assertEquals("high", ear.classify(high).decided());
        assertEquals("low", ear.run().decisions().get(0).winner());
        assertThrows(GanglionException.class, () -> ear.classify(folder.resolve("missing.wav")));
    }
}
