package ganglion.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A network of the size of SANA-FE's largest, imported, run and costed as SANA-FE did (README.md beside its figures): each spike, the counts, and the
 * energy and the time of each step.
 */
@Tag("slow")
final class SanafeImageTest {

    private static final int STEPS = 40;

    /** Columns of {@code image.perf.csv}. */
    private static final int FIRED = 1;

    private static final int HOPS = 4;
    private static final int SECONDS = 6;
    private static final int JOULES = 11;

    /** Seven digits are printed of a step. */
    private static final double OF_STEP = 1e-6;

    @TempDir
    private Path folder;

    @Test
    void everySpikeCountEnergyAndTimeIsEqual() throws Exception {
        Path network = Files.writeString(folder.resolve("image.yaml"), ImageNetwork.yaml());
        Path imported = folder.resolve("imported.yaml");

        SanafeImport.Outcome outcome = SanafeImport.run(
                network,
                SanafeImportTest.resource("loihi-fit.yaml"),
                imported,
                new Clock(1e-3),
                OptionalLong.of(STEPS));
        ScenarioRun run = run(imported, ScenarioOverrides.NONE);

        assertEquals(18_678, outcome.neurons());
        assertEquals(3_564_441, outcome.synapses());
        assertEquals(List.of(), outcome.notes());
        List<double[]> steps = steps();
        TreeSet<String> spikes = expectedSpikes();
        assertEquals(steps.stream().mapToDouble(step -> step[FIRED]).sum(), spikes.size());
        assertEquals(spikes, SanafeImportTest.spikes(run));
        ChipCost cost = run.costs().get(0);
        assertEquals(1_292_454, count(cost, Operation.SYNAPTIC_OPERATION));
        assertEquals(170_204, count(cost, Operation.MESSAGE_OUT));
        assertEquals(423_982, count(cost, Operation.NEURON_UPDATE_ACTIVE));
        assertEquals(
                steps.stream().mapToDouble(step -> step[HOPS]).sum(),
                Operation.hops().stream().mapToLong(hop -> count(cost, hop)).sum());
        for (int tick = 0; tick < STEPS; tick++) {
            double[] step = steps.get(tick);
            assertClose(step[JOULES], cost.energy().tickJoules()[tick], OF_STEP, "energy of tick " + tick);
            assertClose(step[SECONDS], cost.timing().tickSeconds()[tick], OF_STEP, "time of tick " + tick);
        }
        assertClose(0.00011325351559999985, cost.energy().totalJoules().orElseThrow(), 1e-12, "energy");
        assertClose(0.00048544124451223064, seconds(cost), 1e-9, "time");
    }

    private static ScenarioRun run(Path file, ScenarioOverrides overrides) throws Exception {
        Scenario scenario = ScenarioFiles.read(file, overrides);
        return ScenarioRunner.run(scenario, new RunSettings(1000, 1), RunProgress.NONE);
    }

    private static List<double[]> steps() throws Exception {
        List<String> lines = Files.readAllLines(SanafeImportTest.resource("image.perf.csv"));
        return lines.subList(1, lines.size()).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static TreeSet<String> expectedSpikes() throws Exception {
        List<String> lines = Files.readAllLines(SanafeImportTest.resource("image.spikes.csv"));
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split("[.,]"))
                .map(parts -> parts[0] + ' ' + (Long.parseLong(parts[2]) - 1) + ' ' + parts[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long count(ChipCost cost, Operation operation) {
        return cost.work().operations().get(operation);
    }

    private static double seconds(ChipCost cost) {
        return Arrays.stream(cost.timing().tickSeconds()).sum();
    }

    private static void assertClose(double expected, double found, double relative, String what) {
        assertEquals(expected, found, relative * expected, what);
    }
}
