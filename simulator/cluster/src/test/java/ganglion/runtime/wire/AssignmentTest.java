package ganglion.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.TargetSlice;
import ganglion.runtime.RunOptions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 2147483647", "3, 1, 2147483647", "3, 2, 2147483647", "2, 3, 7", "5, 2, 1"})
    void everyNeuronIsOnOneNodeInOneInterval(int nodes, int threads, int neuronsPerActor) {
        for (int seed = 0; seed < 20; seed++) {
            Network network = RandomNetworks.create(seed, 100);

            Assignment assignment = Assignment.even(network, nodes, threads, neuronsPerActor);

            for (int p = 0; p < network.populations().size(); p++) {
                int size = network.population(p).size();
                int held = 0;
                for (int node = 0; node < nodes; node++) {
                    held += assignment.sliceOf(node).of(p, size).size();
                }
                assertEquals(size, held, "seed " + seed + ", population " + p);
            }
            for (int node = 0; node < nodes; node++) {
                NetworkSlice slice = assignment.sliceOf(node);
                for (int core : assignment.coresOfNode(node)) {
                    for (HostedNeurons run : assignment.partition().cores().get(core)) {
                        int size = network.population(run.population()).size();
                        TargetSlice held = slice.of(run.population(), size);
                        assertTrue(held.holds(run.first()) && held.holds(run.first() + run.size() - 1));
                        assertTrue(
                                slice.parts(run.population(), size)
                                        .contains(new TargetSlice(run.first(), run.first() + run.size())),
                                "rows are laid out for the core");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 2147483647", "3, 1, 2147483647", "2, 2, 1", "3, 1, 2", "2, 1, 3"})
    void hostsHaveLikeShares(int nodes, int threads, int neuronsPerActor) {
        Network network = RandomNetworks.create(7, 100);

        Assignment assignment = Assignment.even(network, nodes, threads, neuronsPerActor);

        int hosts = nodes * threads;
        for (int host = 0; host < hosts; host++) {
            int neurons = 0;
            for (int core : assignment.coresOf(host)) {
                List<HostedNeurons> runs = assignment.partition().cores().get(core);
                neurons += runs.stream().mapToInt(HostedNeurons::size).sum();
            }
            int populations = network.populations().size();
            assertTrue(
                    Math.abs(neurons - network.neuronCount() / (double) hosts)
                            <= populations * (neuronsPerActor == RunOptions.SPREAD ? 1 : neuronsPerActor),
                    neurons + " neurons of " + network.neuronCount());
        }
    }
}
