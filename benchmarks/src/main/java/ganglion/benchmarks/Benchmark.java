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
 */
record Benchmark(
        String name,
        String description,
        BenchmarkNetwork workload,
        int neuronsPerActor,
        int threads,
        int heapMebibytes) {

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
                spread("w1", "W1 dc, weight and delay shared", w1, 1, 600),
                spread("w1-2", "the same", w1, 2, 600),
                spread(
                        "w1-us",
                        "W1 dc, tick of 1 us",
                        new BalancedNetwork(w1.drive(), w1.size(), 1000, w1.values(), w1.milliseconds()),
                        1,
                        600),
                spread("w1-poisson", "W1 poisson", poisson, 1, 600),
                spread("w2", "W2, exponential currents", CurrentNetwork.w2(), 1, 400),
                spread("w3", "W3", w3, 1, 400),
                spread("w3-2", "the same", w3, 2, 400),
                new Benchmark("w3-actors", "W3, 1 neuron an actor", w3, 1, 2, 800),
                spread("w4", "W4, 0.2 s", w4, 1, 700),
                spread("w4-2", "the same", w4, 2, 700),
                plastic("stdp", 1),
                plastic("stdp-2", 2),
                idle("idle", "1 M idle neurons, 1000 s", 1_000_000, 10, Integration.CLOSED_FORM),
                idle("idle-per-tick", "1 M, with the bits of a loop", 1_000_000, 10, Integration.PER_TICK)));
        for (int delays : new int[] {1, 40, 1000}) {
            addPerSynapse(all, w1, delays);
        }
        all.add(spread("small", "1,250 neurons", BalancedNetwork.small(), 1, 400));
        all.add(new Benchmark("w1-15", "W1 dc, 15 actors", w1, 834, 2, 600));
        all.add(new Benchmark("w1-64", "W1 dc, 64 actors", w1, 197, 2, 600));
        return all;
    }

    /** W1 with weight and delay per synapse, on one thread and on two. */
    private static void addPerSynapse(List<Benchmark> all, BalancedNetwork w1, int delays) {
        BalancedNetwork network = BalancedNetwork.of(
                w1.drive(), w1.size(), new BalancedNetwork.PerSynapse(delays, true), w1.milliseconds());
        String name = "w1-drawn-" + delays;
        all.add(spread(name, "W1 dc, weights drawn, " + delays + " delays", network, 1, 1200));
        all.add(spread(name + "-2", "the same", network, 2, 1200));
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
                spread("w4-4", "W4 x 4, 0.05 s", BalancedNetwork.w4(4, 50), 2, 2300),
                microcircuit("microcircuit", "scenario.yaml", 0.2, 2000),
                microcircuit("microcircuit-poisson", "poisson.yaml", 0.2, 2000),
                microcircuit("microcircuit-whole", "scenario.yaml", 1, 3650));
    }

    /** Ten seconds, as the community's recipe asks for. */
    private static Benchmark microcircuit(String name, String file, double scale, int heap) {
        String description =
                scale == 1 ? "cortical microcircuit, 10 s" : "cortical microcircuit at " + scale + ", 10 s";
        return spread(name, description, new MicrocircuitNetwork(file, scale, 10_000), 2, heap);
    }

    private static Benchmark plastic(String name, int threads) {
        return spread(name, threads == 1 ? "STDP" : "the same", BalancedNetwork.plastic(), threads, 600);
    }

    private static Benchmark idle(
            String name, String description, int neurons, int ticksPerMillisecond, Integration integration) {
        IdleNetwork network = new IdleNetwork(neurons, ticksPerMillisecond, 1000, integration);
        return spread(name, description, network, 1, 400);
    }

    private static Benchmark spread(String name, String description, BenchmarkNetwork workload, int threads, int heap) {
        return new Benchmark(name, description, workload, RunOptions.SPREAD, threads, heap);
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
