package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.checkpoint.CheckpointException;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks of every kind run as the oracle says that visits every neuron at every tick, to the last bit, on any partition; and so they
 * do if they are stopped at any tick and resumed on another partition.
 */
class EveryNetworkTest {

    private static final int TICKS = 150;
    private static final int FEW_TICKS = 60;
    private static final int MANY_TICKS = 600;

    /** Largest delays: few ticks, many, and more than the run has. */
    private static final int[] DELAYS = {3, 30, 60, 100};

    /** Seeds of further networks begin here. */
    private static final int FURTHER = 1_000;

    /** How many more networks there are at night. */
    private static final int TIMES_AS_MANY = 8;

    /**
     * Networks that are alike.
     *
     * @param count enough to have every model, source, kind of row and reset several times
     * @param fewestSpikes of all of them, or nothing would be shown
     */
    private record Kind(String name, int count, int ticks, long fewestSpikes, IntFunction<Network> bySeed) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** The oracle knows no plastic synapses. */
    static Stream<Kind> still() {
        return Stream.of(
                new Kind("of every kind", 40, TICKS, 40_000, seed -> RandomNetworks.create(seed, TICKS)),
                new Kind(
                        "of many delays",
                        16,
                        FEW_TICKS,
                        10_000,
                        seed -> ManyDelayNetworks.create(seed, FEW_TICKS, DELAYS[seed % DELAYS.length])),
                new Kind(
                        "of very long delays",
                        2,
                        MANY_TICKS,
                        1_000,
                        seed -> ManyDelayNetworks.create(seed, MANY_TICKS, 1_000)),
                new Kind("of one weight", 30, FEW_TICKS, 10_000, seed -> UniformNetworks.create(seed, 40, FEW_TICKS)),
                new Kind(
                        "of one weight and many neurons",
                        6,
                        FEW_TICKS,
                        10_000,
                        seed -> UniformNetworks.create(seed, 700, FEW_TICKS)),
                new Kind("of fine ticks", 9, FineTickNetworks.TICKS, 4_000, FineTickNetworks::create));
    }

    static Stream<Kind> all() {
        return Stream.concat(
                still(),
                Stream.of(new Kind(
                        "with plastic synapses", 24, TICKS, 10_000, seed -> PlasticNetworks.create(seed, TICKS))));
    }

    /** Whole populations, halves, parts that share a core, single neurons with a core each, and on two cores. */
    private static List<Partition> partitions(Network network) {
        return List.of(
                Partition.whole(network),
                Partition.spread(network, 2),
                Partition.spread(network, 7),
                Partition.ofCoreSize(network, 1),
                Partition.ofCoreSize(network, 7),
                Partition.ofCoreSize(network, 45),
                Partition.ofCoreSize(network, 300),
                Partition.ofActors(network, 1, 2),
                Partition.ofActors(network, 41, 1),
                Partition.ofActors(network, 64, 3));
    }

    @ParameterizedTest
    @MethodSource("still")
    void runsAsTheOracleOnAnyPartition(Kind kind) {
        assertTrue(compare(kind, 0, kind.count()) > kind.fewestSpikes(), "too quiet");
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("still")
    void manyMoreRunAsTheOracle(Kind kind) {
        compare(kind, FURTHER, TIMES_AS_MANY * kind.count());
    }

    /**
     * Every third network is traced: cores that nobody looks into may leave out what shows in no spike. Each runs on every second
     * partition, the next on the others.
     */
    private static long compare(Kind kind, int first, int count) {
        long spikes = 0;
        for (int seed = first; seed < first + count; seed++) {
            Network network = kind.bySeed().apply(seed);
            EveryTickOracle.Outcome oracle = EveryTickOracle.run(network, kind.ticks());
            List<String> traced = seed % 3 == 0 ? RandomNetworks.withInput(network) : List.of();
            List<Partition> partitions = partitions(network);
            for (int each = seed % 2; each < partitions.size(); each += 2) {
                SimulationResult result = SequentialSimulation.run(network, partitions.get(each), kind.ticks(), traced);

                oracle.assertSame(network, result, "seed " + seed);
            }
            spikes += oracle.spikes().stream().mapToLong(SpikeRaster::size).sum();
        }
        return spikes;
    }

    @ParameterizedTest
    @MethodSource("all")
    void goesOnFromAnyTickOnAnyPartition(Kind kind) throws Exception {
        goOn(kind, 0, kind.count());
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("all")
    void manyMoreGoOn(Kind kind) throws Exception {
        goOn(kind, FURTHER, TIMES_AS_MANY * kind.count());
    }

    /** Stops twice, and once at the end. */
    private static void goOn(Kind kind, int firstSeed, int count) throws Exception {
        Random random = new Random(count);
        for (int seed = firstSeed; seed < firstSeed + count; seed++) {
            Network network = kind.bySeed().apply(seed);
            List<String> traced = RandomNetworks.withInput(network);
            SimulationResult whole = SequentialSimulation.run(network, Partition.whole(network), kind.ticks(), traced);
            List<Partition> partitions = partitions(network);
            long first = random.nextInt(kind.ticks());
            long second = random.nextLong(first, kind.ticks() + 1);

            RunState begun = TestRuns.stateAt(network, any(partitions, random), first, traced);
            RunState resumed = TestRuns.resumed(
                            network, any(partitions, random), second, traced, writtenAndRead(network, begun))
                    .state();
            SimulationResult result = TestRuns.resumed(
                            network, any(partitions, random), kind.ticks(), traced, writtenAndRead(network, resumed))
                    .result();

            TestRuns.assertSame(whole, result, "seed " + seed + " saved at " + first + " and " + second);
        }
    }

    private static Partition any(List<Partition> partitions, Random random) {
        return partitions.get(random.nextInt(partitions.size()));
    }

    private static RunState writtenAndRead(Network network, RunState state) throws IOException, CheckpointException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckpointFormat format = new CheckpointFormat(network);
        format.write(state, new DataOutputStream(bytes));
        return format.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
