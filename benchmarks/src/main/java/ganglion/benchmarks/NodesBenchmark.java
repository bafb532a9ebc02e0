package ganglion.benchmarks;

import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.ThreadedTasks;
import ganglion.runtime.cluster.ClusterJob;
import ganglion.runtime.cluster.ClusterLeader;
import ganglion.runtime.cluster.ClusterNode;
import ganglion.runtime.cluster.ClusterRun;
import ganglion.runtime.cluster.ClusterSettings;
import ganglion.runtime.cluster.NetworkSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a balanced network on several processes of this machine, and prints a line for each run, and the peak memory of each process. */
final class NodesBenchmark {

    private static final String NODE = "node";
    private static final double NANOSECONDS = 1e-9;
    private static final int WAIT_SECONDS = 60;

    private static final NetworkSource SOURCE =
            (job, slice) -> network(new String(job, StandardCharsets.UTF_8)).network(slice, TaskRunner.SEQUENTIAL);

    private NodesBenchmark() {}

    private static BalancedNetwork network(String benchmark) {
        return (BalancedNetwork) Benchmark.named(benchmark).workload();
    }

    /** @param arguments name of a benchmark, number of nodes, threads of each, number of runs */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals(NODE)) {
            serve(arguments[1], Integer.parseInt(arguments[2]));
            return;
        }
        int nodes = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        List<Process> others = new ArrayList<>();
        try (ClusterLeader leader =
                ClusterLeader.start(ClusterSettings.onThisMachine("benchmark", List.of(), threads), SOURCE)) {
            for (int node = 1; node < nodes; node++) {
                others.add(start(leader.address(), threads));
            }
            leader.awaitNodes(nodes, WAIT_SECONDS);
            for (int run = 0; run < Integer.parseInt(arguments[3]); run++) {
                measure(leader, arguments[0], nodes, threads);
            }
            System.out.printf("peak memory of the leader: %.0f MiB%n", PeakMemory.mebibytes("self"));
            for (Process other : others) {
                System.out.printf(
                        "peak memory of a node: %.0f MiB%n", PeakMemory.mebibytes(Long.toString(other.pid())));
            }
        } finally {
            others.forEach(Process::destroy);
        }
    }

    private static void measure(ClusterLeader leader, String name, int nodes, int threads) {
        BalancedNetwork network = network(name);
        ClusterJob job = new ClusterJob(
                name.getBytes(StandardCharsets.UTF_8),
                network.network(NetworkSlice.SKELETON, new ThreadedTasks(1)),
                network.ticks());
        long start = System.nanoTime();
        ClusterRun run = leader.prepare(job, nodes, new RunOptions(RunOptions.SPREAD, threads, List.of()));
        double buildSeconds = (System.nanoTime() - start) * NANOSECONDS;
        StopWatch watch = new StopWatch();
        long spikes =
                run.run(watch, Optional.empty(), System::nanoTime).activity().spikes();
        System.out.printf(
                "%s on %d nodes of %d threads: built in %.2f s, ran in %.3f s, %d spikes%n",
                name, nodes, threads, buildSeconds, (watch.last - watch.first) * NANOSECONDS, spikes);
    }

    private static Process start(String join, int threads) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
                        "-XX:+UseParallelGC",
                        "-XX:+UseTransparentHugePages",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodesBenchmark.class.getName(),
                        NODE,
                        join,
                        Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void serve(String join, int threads) throws IOException {
        ClusterNode.start(ClusterSettings.onThisMachine("benchmark", List.of(join), threads), SOURCE);
        while (System.in.read() >= 0) {
            // the benchmark that started this process holds its standard input
        }
        Runtime.getRuntime().halt(0);
    }

    /** From the first word of progress to the last. */
    private static final class StopWatch implements RunControl {

        private long first;
        private long last;

        @Override
        public void advanced(long tick) {
            last = System.nanoTime();
            first = first == 0 ? last : first;
        }
    }
}
