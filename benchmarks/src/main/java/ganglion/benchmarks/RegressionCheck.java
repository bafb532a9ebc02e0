package ganglion.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Partition;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the engine does more work than it used to, by figures that do not depend on the machine: spikes, weights applied, visits
 * of neurons, bytes allocated per spike; and how much longer one network takes than another in the same run, in processor time. Compares
 * them with {@code benchmarks/figures.json}.
 */
public final class RegressionCheck {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bytes of a run vary a little with what the compiler moves to the stack. */
    private static final double MOST_BYTES = 1.15;

    /** Ratios vary with the cache and the neighbours of a machine. */
    private static final double MOST_RATIO = 1.5;

    private static final int ROUNDS = 7;
    private static final int MILLISECONDS = 200;
    private static final long TICKS = 10 * MILLISECONDS;

    private final Map<String, Double> found = new LinkedHashMap<>();

    private RegressionCheck() {}

    /**
     * Prints each figure beside the committed one; ends with 1 if one is worse.
     *
     * @param arguments file of the committed figures, and {@code --update} to write it anew
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        RegressionCheck check = new RegressionCheck();
        check.measure();
        if (arguments.length > 1 && arguments[1].equals("--update")) {
            check.write(file);
            return;
        }
        System.exit(check.compare(JsonMapper.builder().build().readTree(file.toFile())) ? 0 : 1);
    }

    private void measure() {
        Network shared = network(BalancedNetwork.Drive.CONSTANT, new BalancedNetwork.Shared());
        Network each = network(BalancedNetwork.Drive.CONSTANT, new BalancedNetwork.PerSynapse(16, false));
        Network poisson = network(BalancedNetwork.Drive.POISSON, new BalancedNetwork.Shared());
        count("shared", shared);
        count("each", each);
        count("poisson", poisson);
        found.put("ratio.each:shared", ratio(each, shared));
        found.put("ratio.poisson:shared", ratio(poisson, shared));
    }

    private static Network network(BalancedNetwork.Drive drive, BalancedNetwork.Values values) {
        return BalancedNetwork.of(drive, new BalancedNetwork.Size(2_000, 500, 200, 50), values, MILLISECONDS)
                .network(TaskRunner.SEQUENTIAL);
    }

    private void count(String name, Network network) {
        SequentialSimulation.run(laidOut(network)); // the compiler and the tables of a first run take memory, too
        PartitionedNetwork run = laidOut(network);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        SimulationResult result = SequentialSimulation.run(run);
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        found.put("spikes." + name, (double) result.activity().spikes());
        found.put("synapticEvents." + name, (double) result.activity().synapticEvents());
        found.put("neuronUpdates." + name, (double) result.activity().neuronUpdates());
        found.put("bytesPerSpike." + name, (double) bytes / result.activity().spikes());
    }

    private static PartitionedNetwork laidOut(Network network) {
        return new PartitionedNetwork(network, Partition.spread(network, 1), TICKS, List.of());
    }

    /** Nanoseconds per weight of one network, relative to another that runs in turns with it; best of several. */
    private static double ratio(Network one, Network other) {
        List<Double> ofOne = new ArrayList<>();
        List<Double> ofOther = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofOne.add(nanosecondsPerEvent(one));
            ofOther.add(nanosecondsPerEvent(other));
        }
        return ofOne.stream().mapToDouble(d -> d).min().orElseThrow()
                / ofOther.stream().mapToDouble(d -> d).min().orElseThrow();
    }

    private static double nanosecondsPerEvent(Network network) {
        PartitionedNetwork run = laidOut(network);
        long start = THREADS.getCurrentThreadCpuTime();
        SimulationResult result = SequentialSimulation.run(run);
        return (double) (THREADS.getCurrentThreadCpuTime() - start)
                / result.activity().synapticEvents();
    }

    private boolean compare(JsonNode committed) {
        boolean good = true;
        System.out.println("| figure | committed | found | |");
        System.out.println("|---|---|---|---|");
        for (Map.Entry<String, Double> figure : found.entrySet()) {
            double before = committed.path(figure.getKey()).asDouble(Double.NaN);
            boolean fine = isFine(figure.getKey(), before, figure.getValue());
            good &= fine;
            System.out.printf(
                    "| %s | %.6g | %.6g | %s |%n",
                    figure.getKey(), before, figure.getValue(), fine ? "" : "**worse, or other**");
        }
        return good;
    }

    /** Spikes and weights are those of the network and must be equal; all else may be less. */
    private static boolean isFine(String name, double committed, double figure) {
        return switch (name.substring(0, name.indexOf('.'))) {
            case "spikes", "synapticEvents" -> figure == committed;
            case "neuronUpdates" -> figure <= committed;
            case "bytesPerSpike" -> figure <= MOST_BYTES * committed;
            default -> figure <= MOST_RATIO * committed;
        };
    }

    private void write(Path file) throws IOException {
        ObjectNode document = JsonMapper.builder().build().createObjectNode();
        found.forEach((name, figure) -> document.put(name, Math.round(figure * 100) / 100.0));
        Files.writeString(file, document.toPrettyString() + "\n");
    }
}
