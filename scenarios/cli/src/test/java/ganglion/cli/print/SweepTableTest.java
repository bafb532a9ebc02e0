package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertEquals("\u2713|beta 0.2|2|-|1 \u00b5J \u00b1 0", lines.get(2));
    }

    @Test
    void aDeviceThatIsTooSlowIsMarkedAndAnUnknownEnergyIsADash() {
        Map<String, Double> slow = new LinkedHashMap<>(on("odin", 2e-6));
        slow.put(EnergyName.keepsPace("odin"), 0.0);
        Map<String, Double> otherBoundary = Map.of(new EnergyName(Boundary.MARGINAL, true, "odin").text(), 1e-9);

        List<String> lines = printed(run("0.1", 1, slow), run("0.2", 1, otherBoundary));

        assertEquals("\u2713|beta 0.1|-|2 \u00b5J !", lines.get(1));
        assertEquals("\u2713|beta 0.2|-|-", lines.get(2));
        assertEquals(
                "-|the device cannot run the network, or a figure is not known; run it alone, with --point, to see why",
                lines.get(5));
        assertEquals("!|does not keep pace", lines.get(6));
    }

    /** A network that is drawn by its seed may fit a device with one seed, and not with another. */
    @Test
    void aMeanOfSomeOfTheRunsIsMarked() {
        List<String> lines = printed(run("0.1", 1, on("odin", 2e-6)), run("0.1", 2, Map.of()));

        assertEquals("\u2713|beta 0.1|2|-|2 \u00b5J *", lines.get(1));
        assertEquals("*|of some of the runs; of the others it is not known", lines.get(lines.size() - 1));
    }

    /** It has no report; why it is lost is said below the table. */
    @Test
    void aLostRunIsNotAskedForItsEnergy() {
        RunResult stopped = RunResult.error(
                new RunPoint(1, Map.of("/beta", "0.2"), OptionalLong.of(1)), Status.ABORTED, List.of("stopped"), 0);

        List<String> lines = printed(run("0.1", 1, on("odin", 2e-6)), stopped);

        assertEquals("\u2717|beta 0.2|-|-", lines.get(2));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("-|")), lines::toString);
    }

    @Test
    void ofSeveralRunsOneThatIsTooSlowIsEnough() {
        Map<String, Double> slow = new LinkedHashMap<>(on("odin", 2e-6));
        slow.put(EnergyName.keepsPace("odin"), 0.0);
        Map<String, Double> fast = new LinkedHashMap<>(slow);
        fast.put(EnergyName.keepsPace("odin"), 1.0);

        List<String> lines = printed(run("0.1", 1, slow), run("0.1", 2, fast));

        assertEquals("\u2713|beta 0.1|2|-|2 \u00b5J \u00b1 0 !", lines.get(1));
        assertEquals("!|does not keep pace in at least one run", lines.get(lines.size() - 1));
    }

    @Test
    void aDeviceForWhichThereIsNoRoomIsCounted() {
        Map<String, Double> two = new LinkedHashMap<>(on("odin", 2e-6));
        two.putAll(on("loihi", 2e-6));
        String wide = "0".repeat(84) + "1";

        assertEquals(
                "point|expectations|odin|loihi",
                printed(run(wide, 1, two), run("2", 1, two)).get(0));
        List<String> lines = printed(run("0" + wide, 1, two), run("2", 1, two));
        assertEquals("point|expectations|odin", lines.get(0));
        assertEquals("and 1 more device: sweep.html", lines.get(lines.size() - 1));
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

    @Test
    void moreDevicesThanHaveRoomAreCounted() {
        Map<String, Double> many = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            many.putAll(on("chip-" + i, 1));
        }

        List<String> lines = printed(run("0.1", 1, many), run("0.2", 1, many));

        assertEquals("point|expectations|chip-0|chip-1|chip-2|chip-3", lines.get(0));
        assertEquals("and 2 more devices: sweep.html", lines.get(lines.size() - 1));
    }
}
