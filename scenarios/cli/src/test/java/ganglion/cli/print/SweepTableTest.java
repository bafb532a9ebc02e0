package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.cost.EnergyName;
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
import org.junit.jupiter.api.Test;

class SweepTableTest {

    private static RunResult run(String beta, long seed, Map<String, Double> figures) {
        return new RunResult("", Map.of("/beta", beta), seed, Status.PASSED, List.of(), List.of(), "", figures, 0.5);
    }

    private static Map<String, Double> on(String device, double joules) {
        return Map.of(new EnergyName(Boundary.ACTIVE, true, device, false).text(), joules);
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
    void repeatedRunsHaveAMeanAndASpread() {
        List<String> lines = printed(
                run("0.1", 1, on("odin", 2e-6)),
                run("0.1", 2, on("odin", 4e-6)),
                run("0.2", 1, on("odin", 1e-6)),
                run("0.2", 2, on("odin", 1e-6)));

        assertEquals("point|runs|expectations|odin", lines.get(0));
        assertEquals("\u2713|beta 0.1|2|-|3 \u00b1 1.4 \u00b5J", lines.get(1));
        assertEquals("\u2713|beta 0.2|2|-|1 \u00b1 0 \u00b5J", lines.get(2));
    }

    @Test
    void aDeviceThatIsTooSlowIsMarkedAndAnUnknownEnergyIsADash() {
        Map<String, Double> slow = new LinkedHashMap<>(on("odin", 2e-6));
        slow.put(EnergyName.keepsPace("odin"), 0.0);
        Map<String, Double> otherBoundary = Map.of(new EnergyName(Boundary.MARGINAL, true, "odin", false).text(), 1e-9);

        List<String> lines = printed(run("0.1", 1, slow), run("0.2", 1, otherBoundary));

        assertEquals("\u2713|beta 0.1|-|2 \u00b5J !", lines.get(1));
        assertEquals("\u2713|beta 0.2|-|-", lines.get(2));
    }

    @Test
    void theEnergyOfAnArtificialNetworkIsToldAsThatOfAnotherOne() {
        Map<String, Double> artificial = Map.of(new EnergyName(Boundary.ACTIVE, true, "gap9", true).text(), 1e-6);

        List<String> lines = printed(run("0.1", 1, artificial));

        assertEquals("point|expectations|gap9, artificial", lines.get(0));
        assertEquals("\u2713|beta 0.1|-|1 \u00b5J", lines.get(1));
        String legend = String.join(" ", lines);
        assertTrue(
                legend.contains("artificial: of another network of the same layers, nobody has measured its accuracy"),
                legend);
    }

    @Test
    void ratesThatDifferStandInPlaceOfEnergies() {
        List<String> lines = printed(
                run("0.1", 1, Map.of("rate of in (Hz)", 20.0, "rate of out (Hz)", 5.0, "spikes of out", 5.0)),
                run("0.2", 1, Map.of("rate of in (Hz)", 20.0, "rate of out (Hz)", 48.0, "spikes of out", 48.0)));

        assertEquals("point|expectations|rate of out", lines.get(0));
        assertEquals("\u2713|beta 0.1|-|5 Hz", lines.get(1));
        assertEquals("\u2713|beta 0.2|-|48 Hz", lines.get(2));
    }
}
