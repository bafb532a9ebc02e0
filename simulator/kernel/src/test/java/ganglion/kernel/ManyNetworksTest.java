package ganglion.kernel;

import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** More random networks than a build has time for: on several partitions, and stopped and resumed, they run as the oracle says. */
@Tag("nightly")
class ManyNetworksTest {

    private static final int TICKS = 120;

    static Stream<Arguments> networks() {
        return Stream.of(
                networks("of every kind", 300, seed -> RandomNetworks.create(1_000 + seed, TICKS)),
                networks("of many delays", 60, seed -> ManyDelayNetworks.create(1_000 + seed, TICKS, 1 + 2 * seed)),
                networks("of one weight", 60, seed -> UniformNetworks.create(1_000 + seed, 60, TICKS)),
                networks("of many neurons and one weight", 6, seed -> UniformNetworks.create(seed, 700, TICKS / 2)));
    }

    private static Arguments networks(String name, int count, IntFunction<Network> networks) {
        return Arguments.of(Named.of(name, networks), count);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void runAsTheEveryTickOracle(IntFunction<Network> networks, int count) {
        for (int seed = 0; seed < count; seed++) {
            Network network = networks.apply(seed);
            EveryTickOracle.Outcome oracle = EveryTickOracle.run(network, TICKS);
            for (Partition partition : partitions(network)) {
                List<String> traced = seed % 2 == 0 ? RandomNetworks.withInput(network) : List.of();

                SimulationResult result = SequentialSimulation.run(network, partition, TICKS, traced);

                oracle.assertSame(network, result, "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void goOnFromAnyTickWithAnyPartition(IntFunction<Network> networks, int count) {
        Random random = new Random(count);
        for (int seed = 0; seed < count; seed++) {
            Network network = networks.apply(seed);
            List<String> traced = RandomNetworks.withInput(network);
            SimulationResult whole = SequentialSimulation.run(network, Partition.whole(network), TICKS, traced);
            for (Partition partition : partitions(network)) {
                long tick = random.nextInt(TICKS);
                RunState begun = TestRuns.stateAt(network, Partition.ofCoreSize(network, 17), tick, traced);

                SimulationResult result = TestRuns.resumed(network, partition, TICKS, traced, begun)
                        .result();

                TestRuns.assertSame(whole, result, "seed " + seed + " saved at " + tick);
            }
        }
    }

    private static List<Partition> partitions(Network network) {
        return List.of(
                Partition.whole(network),
                Partition.spread(network, 3),
                Partition.ofCoreSize(network, 1),
                Partition.ofCoreSize(network, 41),
                Partition.ofActors(network, 7, 2));
    }
}
