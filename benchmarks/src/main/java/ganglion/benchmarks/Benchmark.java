package ganglion.benchmarks;

import ganglion.kernel.neuron.model.Integration;
import ganglion.runtime.RunOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the table: what runs, and how.
 *
 * @param name on the command line and in the table
 * @param description what is special about it
 * @param workload what runs
 * @param neuronsPerActor granularity
 * @param threads that run the actors
 * @param heapMebibytes memory that the process gets
 * @param referenceArguments what makes the C reference run the same; empty if it cannot
 */
record Benchmark(
        String name,
        String description,
        BenchmarkNetwork workload,
        int neuronsPerActor,
        int threads,
        int heapMebibytes,
        List<String> referenceArguments) {

    private static final List<String> REFERENCE_W1 = List.of("W1", "dc", "10000", "2500", "1000", "250", "10000");
    private static final List<String> REFERENCE_POISSON =
            List.of("W1", "poisson", "10000", "2500", "1000", "250", "10000");
    private static final List<String> REFERENCE_W2 = List.of("W2", "10000");
    private static final List<String> REFERENCE_W3 = List.of("W3", "10000");
    private static final List<String> REFERENCE_W4 = List.of("W1", "dc", "80000", "20000", "800", "200", "2000");
    private static final int W4_MILLISECONDS = 200;

    /** All lines, in the order of the table. */
    static List<Benchmark> all() {
        BalancedNetwork w1 = BalancedNetwork.w1(BalancedNetwork.Drive.CONSTANT);
        BalancedNetwork poisson = BalancedNetwork.w1(BalancedNetwork.Drive.POISSON);
        BalancedNetwork w4 = BalancedNetwork.w4(W4_MILLISECONDS);
        LayeredNetwork w3 = LayeredNetwork.w3();
        List<Benchmark> all = new ArrayList<>(List.of(
                spread("w1", "W1 dc, weight and delay shared", w1, 1, 600, REFERENCE_W1),
                spread("w1-2", "the same", w1, 2, 600, REFERENCE_W1),
                spread("w1-us", "W1 dc, tick of 1 us", w1.withTicksPerMillisecond(1000), 1, 600, List.of()),
                spread("w1-poisson", "W1 poisson", poisson, 1, 600, REFERENCE_POISSON),
                spread("w2", "W2, exponential currents", CurrentNetwork.w2(), 1, 400, REFERENCE_W2),
                spread("w3", "W3", w3, 1, 400, REFERENCE_W3),
                spread("w3-2", "the same", w3, 2, 400, REFERENCE_W3),
                new Benchmark("w3-actors", "W3, 1 neuron an actor", w3, 1, 2, 800, REFERENCE_W3),
                spread("w4", "W4, 0.2 s", w4, 1, 700, REFERENCE_W4),
                spread("w4-2", "the same", w4, 2, 700, REFERENCE_W4),
                idle("idle", "1 M idle neurons, 1000 s", 1_000_000, 10, Integration.CLOSED_FORM),
                idle("idle-few", "1000 idle neurons", 1_000, 10, Integration.CLOSED_FORM),
                idle("idle-us", "1 M, tick of 1 us", 1_000_000, 1000, Integration.CLOSED_FORM),
                idle("idle-per-tick", "1 M, with the bits of a loop", 1_000_000, 10, Integration.PER_TICK)));
        for (int delays : new int[] {1, 16, 24, 40, 100, 1000}) {
            addPerSynapse(all, "w1-delays-", w1, delays, false);
            addPerSynapse(all, "w1-drawn-", w1, delays, true);
        }
        return all;
    }

    /** W1 with weight and delay per synapse, on one thread and on two. */
    private static void addPerSynapse(
            List<Benchmark> all, String prefix, BalancedNetwork w1, int delays, boolean drawn) {
        BalancedNetwork network = w1.withValues(new BalancedNetwork.PerSynapse(delays, drawn));
        String description = "W1 dc, weights " + (drawn ? "drawn" : "on a grid") + ", " + delays + " delays";
        all.add(spread(prefix + delays, description, network, 1, 1200, List.of()));
        all.add(spread(prefix + delays + "-2", "the same", network, 2, 1200, List.of()));
    }

    private static Benchmark idle(
            String name, String description, int neurons, int ticksPerMillisecond, Integration integration) {
        IdleNetwork network = new IdleNetwork(neurons, ticksPerMillisecond, 1000, integration);
        return spread(name, description, network, 1, 400, List.of());
    }

    private static Benchmark spread(
            String name, String description, BenchmarkNetwork workload, int threads, int heap, List<String> reference) {
        return new Benchmark(name, description, workload, RunOptions.SPREAD, threads, heap, reference);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static Benchmark named(String name) {
        return all().stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no benchmark named " + name + ", only "
                        + all().stream().map(Benchmark::name).toList()));
    }
}
