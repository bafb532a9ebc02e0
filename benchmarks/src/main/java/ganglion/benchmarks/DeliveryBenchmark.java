package ganglion.benchmarks;

import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.FixedInDegree;
import ganglion.kernel.connectivity.Sampling;
import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution;
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

/** What one synaptic event costs in each layout, without neurons and queues: the floor of every run. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeliveryBenchmark {

    private static final int NEURONS = 10_000;
    private static final int IN_DEGREE = 1_000;
    private static final int ROWS_AT_ONCE = 64;

    /** How many kinds of weight and delay there are. */
    @Param({"shared", "weights", "weights-and-delays"})
    String layout;

    private StoredSynapses synapses;
    private final double[] input = new double[NEURONS];
    private int row;

    /** Draws the synapses. */
    @Setup
    public void drawSynapses() {
        CounterRandom random = new CounterRandom(1);
        SynapseParameter weights =
                (source, target, twin) -> random.below((long) source << Integer.SIZE | target, 64) / 64f;
        SynapseParameter delays = SynapseParameter.drawn(new Distribution.Uniform(1, 16), random);
        Connection connection = new Connection(
                new FixedInDegree(IN_DEGREE, new Sampling(true, true, random)),
                layout.equals("shared") ? SynapseParameter.constant(0.5) : weights,
                layout.equals("weights-and-delays") ? delays : SynapseParameter.constant(1));
        synapses = connection
                .connect(Ends.recurrent(NEURONS), TaskRunner.SEQUENTIAL)
                .within(0, NEURONS)
                .get(0);
    }

    /** Delivers a thousand events a row, from rows that lie far apart. */
    @Benchmark
    @OperationsPerInvocation(ROWS_AT_ONCE * IN_DEGREE)
    public double[] deliver() {
        for (int i = 0; i < ROWS_AT_ONCE; i++) {
            row = (row + 7_919) % NEURONS;
            synapses.forEachPiece(
                    row, 0, NEURONS, (delay, position, count) -> synapses.deliver(position, count, input, 0, 0));
        }
        return input;
    }
}
