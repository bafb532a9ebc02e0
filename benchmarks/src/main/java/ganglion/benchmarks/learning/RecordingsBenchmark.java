package ganglion.benchmarks.learning;

import ganglion.cochlea.data.DataSetException;
import ganglion.learning.data.LabelledSamples;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.data.SpikeRecordings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How fast spikes recorded in the layout of SHD become samples, as training and evaluation read them: bytes of the file a
 * second, of wall clock and of processor time of the thread, for each round. Arguments: the file, rounds (5).
 */
public final class RecordingsBenchmark {

    private static final int STEPS = 100;
    private static final double STEP_SECONDS = 0.01;
    private static final double MEGA = 1e6;
    private static final double NANOS = 1e9;

    private RecordingsBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws IOException, DataSetException {
        Path file = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double megabytes = Files.size(file) / MEGA;
        for (int round = 0; round < rounds; round++) {
            long wall = System.nanoTime();
            long processor = threads.getCurrentThreadCpuTime();
            LabelledSamples samples = SpikeRecordings.read(file, SpikeBinning.heidelberg(STEP_SECONDS, STEPS));
            double wallSeconds = (System.nanoTime() - wall) / NANOS;
            double processorSeconds = (threads.getCurrentThreadCpuTime() - processor) / NANOS;
            System.out.printf(
                    Locale.ROOT,
                    "%d samples, %.0f MB: %.2f s, %.0f MB/s; %.2f s of processor time, %.0f MB/s%n",
                    samples.samples().size(),
                    megabytes,
                    wallSeconds,
                    megabytes / wallSeconds,
                    processorSeconds,
                    megabytes / processorSeconds);
        }
    }
}
