package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.cost.EnergyName;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SweepTableTest {

    private static RunResult run(String beta, long seed, Map<String, Double> figures) {
        return new RunResult("", Map.of("/beta", beta), seed, Status.PASSED, List.of(), List.of(), "", figures, 0.5);
    }

    private static Map<String, Double> on(String device, double joules) {
        return Map.of(new EnergyName(Boundary.ACTIVE, true, device).text(), joules);
    }

    private static SweepTable table(RunResult... runs) {
        return new SweepTable(
                new CaseResult("notes.yaml", "notes", List.of(), List.of(runs), List.of()), new Marks(false));
    }

    private static List<String> printed(RunResult... runs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        table(runs).print(stream, Path.of("sweep.html"));
        return Arrays.stream(out.toString(StandardCharsets.UTF_8).split("\n"))
                .map(line -> line.strip().replaceAll(" {2,}", "|"))
                .toList();
    }

    @Test
    void aPointHasTheEnergyOnEachDevice() {
        List<String> lines = printed(run("0.1", 1, on("loihi", 2e-6)), run("0.2", 1, on("loihi", 3.14159e-6)));

        assertEquals(
                List.of("point|expectations|loihi", "\u2713|beta 0.1|-|2 \u00b5J", "\u2713|beta 0.2|-|3.14 \u00b5J"),
                lines.subList(0, 3));
        assertEquals(
                "below each device: active energy of a decision (power times time while it works, asleep otherwise,",
                lines.get(3));
    }

    @Test
    void repeatedRunsHaveAMeanAndASpread() {
        List<String> lines = printed(
                run("0.1", 1, on("odin", 2e-6)),
                run("0.1", 2, on("odin", 4e-6)),
                run("0.2", 1, on("odin", 1e-6)),
                run("0.2", 2, on("odin", 1e-6)));

        assertEquals("point|runs|expectations|odin", lines.get(0));
        assertEquals("\u2713|beta 0.1|2|-|3 \u00b5J \u00b1 1.4 \u00b5J", lines.get(1));
        assertEquals("\u2713|beta 0.2|2|-|1 \u00b5J \u00b1 0 J", lines.get(2));
    }

    @Test
    void aDeviceThatIsTooSlowIsMarkedAndAnUnknownEnergyIsADash() {
        Map<String, Double> slow = new LinkedHashMap<>(on("odin", 2e-6));
        slow.put(EnergyName.keepsPace("odin"), 0.0);
        Map<String, Double> otherBoundary = Map.of(new EnergyName(Boundary.MARGINAL, true, "odin").text(), 1e-9);

        List<String> lines = printed(run("0.1", 1, slow), run("0.2", 1, otherBoundary));

        assertEquals("\u2713|beta 0.1|-|2 \u00b5J !", lines.get(1));
        assertEquals("\u2713|beta 0.2|-|-", lines.get(2));
    }

    @Test
    void aLostRunIsNotAskedForItsEnergy() {
        RunResult stopped = RunResult.error(
                new RunPoint(1, Map.of("/beta", "0.2"), OptionalLong.of(1)), Status.ABORTED, List.of("stopped"), 0);

        List<String> lines = printed(run("0.1", 1, on("odin", 2e-6)), stopped);

        assertEquals("\u2717|beta 0.2|-|-", lines.get(2));
    }

    /** What an expectation finds may have the name of an energy, but is no device of its own. */
    @Test
    void expectationsAreNoDevices() {
        ExpectationOutcome outcome = new ExpectationOutcome(
                        "/expect/0", "active energy of the run on loihi", true, "1 J", "2 J")
                .withValue(1, "J");
        RunResult run = new RunResult(
                "", Map.of(), 1, Status.PASSED, List.of(outcome), List.of(), "", Map.of("spikes of out", 3.0), 0.5);

        assertFalse(table(run).hasEnergies());
    }
}
