package ganglion.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
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

    /** Of the lines of SANA-FE's spikes below their header, in order: README.md says how. */
    private static final String SPIKES = "e0db06093fbdd87269239c9bc1cf81e8cce49f21bd6a3d86811410d37b323449";

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
        ScenarioRun run = ScenarioRunner.run(
                ScenarioFiles.read(imported, ScenarioOverrides.NONE), new RunSettings(1000, 1), RunProgress.NONE);

        assertEquals(18_678, outcome.neurons());
        assertEquals(3_564_441, outcome.synapses());
        assertEquals(List.of(), outcome.notes());
        List<double[]> steps = steps();
        SortedSet<String> spikes = spikes(run);
        for (int step = 1; step <= STEPS; step++) {
            String end = "," + step;
            long fired = spikes.stream().filter(spike -> spike.endsWith(end)).count();
            assertEquals(steps.get(step - 1)[FIRED], fired, "spikes of step " + step);
        }
        String lines = String.join("\n", spikes) + "\n";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.US_ASCII));
        assertEquals(SPIKES, HexFormat.of().formatHex(digest));
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

    private static List<double[]> steps() throws Exception {
        List<String> lines = Files.readAllLines(SanafeImportTest.resource("image.perf.csv"));
        return lines.subList(1, lines.size()).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    /** As SANA-FE writes them, {@code l0.29,5}: its first step is 1. */
    private static SortedSet<String> spikes(ScenarioRun run) throws Exception {
        return SanafeImportTest.spikes(run).stream()
                .map(spike -> spike.split(" "))
                .map(parts -> parts[0] + '.' + parts[2] + ',' + (Long.parseLong(parts[1]) + 1))
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
