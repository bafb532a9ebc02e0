package ganglion.benchmarks;

import ganglion.kernel.neuron.model.Integration;
import ganglion.runtime.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of the table: what runs, and how.
 *
 * @param name on the command line and in the table
 * @param description what is special about it
 * @param workload what runs
 * @param neuronsPerActor most neurons of an actor
 * @param threads that build the network and run the actors
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
    /** Exponents of the power law as often used (Guetig et al., J. Neurosci. 23, 2003, call it mu; between the two others). */
    private static final double POWER_LAW = 0.4;

    private static final int W4_MILLISECONDS = 200;

    /** A heap of this size is nearly filled by its network. */
    private static final int LARGE_HEAP_MEBIBYTES = 3000;

    /** All lines, in the order of the table. */
    static List<Benchmark> all() {
        BalancedNetwork w1 = BalancedNetwork.w1(BalancedNetwork.Drive.CONSTANT);
        BalancedNetwork poisson = BalancedNetwork.w1(BalancedNetwork.Drive.POISSON);
        BalancedNetwork w4 = BalancedNetwork.w4(1, W4_MILLISECONDS);
        LayeredNetwork w3 = LayeredNetwork.w3();
        List<Benchmark> all = new ArrayList<>(List.of(
                spread("w1", "W1 dc, weight and delay shared", w1, 1, 600, REFERENCE_W1),
                spread("w1-2", "the same", w1, 2, 600, REFERENCE_W1),
                spread(
                        "w1-us",
                        "W1 dc, tick of 1 us",
                        new BalancedNetwork(w1.drive(), w1.size(), 1000, w1.values(), w1.milliseconds()),
                        1,
                        600,
                        List.of()),
                spread("w1-poisson", "W1 poisson", poisson, 1, 600, REFERENCE_POISSON),
                spread("w2", "W2, exponential currents", CurrentNetwork.w2(), 1, 400, REFERENCE_W2),
                spread("w3", "W3", w3, 1, 400, REFERENCE_W3),
                spread("w3-2", "the same", w3, 2, 400, REFERENCE_W3),
                new Benchmark("w3-actors", "W3, 1 neuron an actor", w3, 1, 2, 800, REFERENCE_W3),
                spread("w4", "W4, 0.2 s", w4, 1, 700, REFERENCE_W4),
                spread("w4-2", "the same", w4, 2, 700, REFERENCE_W4),
                plastic("stdp-additive", 0, 1),
                plastic("stdp-additive-2", 0, 2),
                plastic("stdp-multiplicative", 1, 1),
                plastic("stdp-multiplicative-2", 1, 2),
                plastic("stdp-power", POWER_LAW, 1),
                plastic("stdp-power-2", POWER_LAW, 2),
                idle("idle", "1 M idle neurons, 1000 s", 1_000_000, 10, Integration.CLOSED_FORM),
                idle("idle-few", "1000 idle neurons", 1_000, 10, Integration.CLOSED_FORM),
                idle("idle-us", "1 M, tick of 1 us", 1_000_000, 1000, Integration.CLOSED_FORM),
                idle("idle-per-tick", "1 M, with the bits of a loop", 1_000_000, 10, Integration.PER_TICK)));
        for (int delays : new int[] {1, 16, 24, 40, 100, 1000}) {
            addPerSynapse(all, "w1-delays-", w1, delays, false);
            addPerSynapse(all, "w1-drawn-", w1, delays, true);
        }
        all.add(spread("small", "1,250 neurons", BalancedNetwork.small(), 1, 400, List.of()));
        all.add(new Benchmark("w1-15", "W1 dc, 15 actors", w1, 834, 2, 600, REFERENCE_W1));
        all.add(new Benchmark("w1-64", "W1 dc, 64 actors", w1, 197, 2, 600, REFERENCE_W1));
        return all;
    }

    /** W1 with weight and delay per synapse, on one thread and on two. */
    private static void addPerSynapse(
            List<Benchmark> all, String prefix, BalancedNetwork w1, int delays, boolean drawn) {
        BalancedNetwork network = BalancedNetwork.of(
                w1.drive(), w1.size(), new BalancedNetwork.PerSynapse(delays, drawn), w1.milliseconds());
        String description = "W1 dc, weights " + (drawn ? "drawn" : "on a grid") + ", " + delays + " delays";
        all.add(spread(prefix + delays, description, network, 1, 1200, List.of()));
        all.add(spread(prefix + delays + "-2", "the same", network, 2, 1200, List.of()));
    }

    /**
     * How Java is started. Of a large heap it would keep a third for short-lived objects, and a collector of several threads has tables
     * beside the heap.
     */
    List<String> javaOptions() {
        List<String> options = new ArrayList<>(
                List.of("-Xms" + heapMebibytes + "m", "-Xmx" + heapMebibytes + "m", "-XX:+UseTransparentHugePages"));
        options.addAll(
                heapMebibytes < LARGE_HEAP_MEBIBYTES
                        ? List.of("-XX:+UseParallelGC")
                        : List.of("-XX:+UseSerialGC", "-Xmn48m"));
        return options;
    }

    /** The names of all lines that the table can have: of networks, of those that are only run by name, and of commands. */
    static List<String> names() {
        return Stream.of(
                        all().stream().map(Benchmark::name),
                        onlyByName().stream().map(Benchmark::name),
                        CommandBenchmark.all().stream().map(CommandBenchmark::name))
                .flatMap(names -> names)
                .toList();
    }

    /** Lines that take too long, or too much memory, for the table. */
    private static List<Benchmark> onlyByName() {
        return List.of(
                spread("w4-4", "W4 x 4, 0.05 s", BalancedNetwork.w4(4, 50), 2, 2300, List.of()),
                microcircuit("microcircuit", "scenario.yaml", 0.2, 2000),
                microcircuit("microcircuit-poisson", "poisson.yaml", 0.2, 2000),
                microcircuit("microcircuit-whole", "scenario.yaml", 1, 3650));
    }

    /** Ten seconds, as the community's recipe asks for. */
    private static Benchmark microcircuit(String name, String file, double scale, int heap) {
        String description =
                scale == 1 ? "cortical microcircuit, 10 s" : "cortical microcircuit at " + scale + ", 10 s";
        return spread(name, description, new MicrocircuitNetwork(file, scale, 10_000), 2, heap, List.of());
    }

    private static Benchmark plastic(String name, double exponent, int threads) {
        String description = threads == 1 ? "STDP, exponents " + exponent : "the same";
        return spread(name, description, BalancedNetwork.plastic(exponent), threads, 600, List.of());
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
        return Stream.concat(all().stream(), onlyByName().stream())
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no benchmark named " + name + ", expected some of " + String.join(", ", names())));
    }
}
