package ganglion.benchmarks;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a neuron costs per tick at work and long after its last input, when its potential has decayed to the bound of zero:
 * the second must not be slower.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FadingBenchmark {

    private static final int NEURONS = 4_000;
    private static final long FADING_TICKS = 200_000;

    /** Whether input keeps the variables away from zero. */
    @Param({"true", "false"})
    boolean atWork;

    private final NeuronGroup group = new LeakyIntegrator(Math.exp(-0.1 / 20)).createGroup(0, NEURONS);

    private final double[] input = new double[NEURONS];
    private final Visit visit = new Visit();
    private long tick;

    /** Excites all neurons once, and waits until they have decayed. */
    @Setup
    public void fade() {
        Arrays.fill(input, 1);
        group.visitAll(tick++, input, 0, visit);
        while (!atWork && tick < FADING_TICKS) {
            group.visitAll(tick++, input, 0, visit);
        }
    }

    /** A tick of all neurons. */
    @Benchmark
    @OperationsPerInvocation(NEURONS)
    public void tick() {
        if (atWork) {
            Arrays.fill(input, 1);
        }
        group.visitAll(tick++, input, 0, visit);
    }
}
