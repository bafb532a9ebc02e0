package ganglion.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import ganglion.documents.output.Checksum;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.ThreadedTasks;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

/** Runs one benchmark in a process of its own and prints a {@link MeasuredRuns} as one line of JSON. */
final class MeasuringProcess {

    private static final double NANOSECONDS = 1e-9;
    private static final double WARM_UP_SECONDS = 4;

    private final Benchmark benchmark;
    private final ThreadedTasks threads;

    private MeasuringProcess(Benchmark benchmark) {
        this.benchmark = benchmark;
        this.threads = new ThreadedTasks(benchmark.threads());
    }

    /** @param arguments name of the benchmark, number of runs after the one that warms up */
    public static void main(String[] arguments) throws IOException {
        MeasuringProcess process = new MeasuringProcess(Benchmark.named(arguments[0]));
        MeasuredRuns measurement = process.measure(Integer.parseInt(arguments[1]));
        System.out.println(JsonMapper.builder().build().writeValueAsString(measurement));
    }

    private MeasuredRuns measure(int runs) throws IOException {
        BenchmarkNetwork workload = benchmark.workload();
        Built built = build(workload);
        Network network = built.network();
        List<Double> runSeconds = new ArrayList<>();
        SimulationResult result = warmUp(network);
        String verdict = verdict(workload, result);
        for (int run = 0; run < runs; run++) {
            result = null;
            result = run(network, runSeconds);
        }
        return new MeasuredRuns(
                benchmark.name(),
                network.synapseCount(),
                result.activity().spikes(),
                result.activity().synapticEvents(),
                workload.ticks() * workload.tickSeconds(),
                built.seconds(),
                runSeconds,
                built.bytesPerSynapse(),
                PeakMemory.mebibytes("self"),
                verdict);
    }

    /** A network with what it took to build it and its cores. The cores are gone when it runs, which makes its own. */
    private record Built(Network network, double seconds, double bytesPerSynapse) {}

    private Built build(BenchmarkNetwork workload) {
        long bytesBefore = usedBytes();
        long start = System.nanoTime();
        Network network = workload.network(threads);
        PartitionedNetwork cores =
                new PartitionedNetwork(network, partition(network), workload.ticks(), List.of(), threads);
        double buildSeconds = (System.nanoTime() - start) * NANOSECONDS;
        double bytesPerSynapse = (usedBytes() - bytesBefore) / (double) network.synapseCount();
        Reference.reachabilityFence(cores);
        return new Built(network, buildSeconds, bytesPerSynapse);
    }

    /** Short runs are repeated until the compiler has had the time to see them. */
    private SimulationResult warmUp(Network network) {
        List<Double> seconds = new ArrayList<>();
        SimulationResult result = run(network, seconds);
        while (seconds.stream().mapToDouble(Double::doubleValue).sum() < WARM_UP_SECONDS) {
            result = null;
            result = run(network, seconds);
        }
        return result;
    }

    private Partition partition(Network network) {
        return Partition.ofActors(network, benchmark.neuronsPerActor(), benchmark.threads());
    }

    private SimulationResult run(Network network, List<Double> seconds) {
        RunOptions options = new RunOptions(benchmark.neuronsPerActor(), benchmark.threads(), List.of());
        StopWatch watch = new StopWatch();
        SimulationResult result =
                ActorSimulation.run(network, benchmark.workload().ticks(), options, watch);
        seconds.add(watch.nanoseconds() * NANOSECONDS);
        return result;
    }

    private static String verdict(BenchmarkNetwork workload, SimulationResult result) {
        if (workload.expectedSpikes() >= 0
                && workload.expectedSpikes() != result.activity().spikes()) {
            return "expected " + workload.expectedSpikes() + " spikes";
        }
        if (workload.expectedHash().isEmpty()) {
            return workload.expectedSpikes() >= 0 ? "same count" : "";
        }
        return workload.expectedHash().equals(RasterHash.of(result)) ? "same spikes" : "other spikes";
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Time from the first window of a run to its end, without the making of cores and actors. */
    private static final class StopWatch implements RunControl {

        private volatile long first;
        private volatile long last;

        @Override
        public void advanced(long tick) {
            last = System.nanoTime();
            if (first == 0) {
                first = last;
            }
        }

        long nanoseconds() {
            return last - first;
        }
    }

    /**
     * SHA-256 over all spikes in order of (tick, neuron), each as two little-endian 32-bit numbers: the stamp, which is the end
     * of the tick and thus its number plus one, and the network-wide number of the neuron. The same as that of the spikes that
     * {@code snnref} writes, once they are sorted.
     */
    static final class RasterHash {

        private RasterHash() {}

        static String of(SimulationResult result) {
            LongStream.Builder spikes = LongStream.builder();
            for (int p = 0; p < result.spikes().size(); p++) {
                SpikeRaster raster = result.spikes().get(p);
                int first = result.network().firstNeuron(p);
                for (int k = 0; k < raster.size(); k++) {
                    spikes.add(raster.tick(k) + 1 << Integer.SIZE | first + raster.neuron(k));
                }
            }
            MessageDigest digest = Checksum.sha256();
            ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            spikes.build()
                    .sorted()
                    .forEach(spike -> digest.update(bytes.clear()
                            .putInt((int) (spike >> Integer.SIZE))
                            .putInt((int) spike)
                            .array()));
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
