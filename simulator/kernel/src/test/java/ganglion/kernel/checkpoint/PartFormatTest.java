package ganglion.kernel.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States that travel in parts are put together again without a difference. */
class PartFormatTest {

    private static final int TICKS = 400;
    private static final int TICK = 150;
    private static final int PARTS = 3;
    private static final int NETWORKS = 8;

    private static String last(Network network) {
        return network.population(network.populations().size() - 1).name();
    }

    /** The state of a run that has come to rest. */
    private static RunState state(Network network, Partition partition) {
        PartitionedNetwork run = new PartitionedNetwork(network, partition, TICKS, List.of(last(network)));
        run.conductor().proceedTo(TICK);
        SequentialSimulation.run(run);
        return run.state();
    }

    /** Cores of a part: every third. */
    private static int[] cores(Partition partition, int part) {
        return IntStream.range(0, partition.cores().size())
                .filter(core -> core % PARTS == part)
                .toArray();
    }

    private static StateAssembly travelled(
            Network network, Partition partition, List<Integer> traced, RunState state, boolean withNeurons)
            throws IOException {
        StateAssembly assembly = new StateAssembly(network, traced, state.tick());
        for (int part = 0; part < PARTS; part++) {
            PartFormat format = new PartFormat(network, partition, cores(partition, part), traced);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            format.write(state, new ActivityCounts(0, 5 + part, 7), withNeurons, new DataOutputStream(bytes));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            format.read(in, assembly);
            assertEquals(-1, in.read(), "all that was written is read");
        }
        return assembly;
    }

    /** Tick and neuron of each wish, in an order of their own. */
    private static List<String> wishes(RunState state) {
        List<String> wishes = new ArrayList<>();
        for (int i = 0; i < state.wishNeurons().length; i++) {
            wishes.add(state.wishTicks()[i] + " " + state.wishNeurons()[i]);
        }
        return wishes.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void partsMakeTheWhole(int neuronsPerCore) throws IOException {
        int wishes = 0;
        int weights = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Network network = PlasticNetworks.mixed(seed, TICKS);
            Partition partition = Partition.ofCoreSize(network, neuronsPerCore);
            RunState state = state(network, partition);
            List<Integer> traced = List.of(network.index(last(network)));

            RunState travelled =
                    travelled(network, partition, traced, state, true).state(state.spikes());

            for (int p = 0; p < network.populations().size(); p++) {
                assertArrayEquals(state.neurons().get(p), travelled.neurons().get(p), "seed " + seed);
            }
            assertEquals(wishes(state), wishes(travelled), "seed " + seed);
            assertEquals(state.weights().size(), travelled.weights().size());
            for (int i = 0; i < state.weights().size(); i++) {
                assertArrayEquals(
                        state.weights().get(i).byPosition(),
                        travelled.weights().get(i).byPosition(),
                        "seed " + seed);
                weights += state.weights().get(i).byPosition().length;
            }
            assertArrayEquals(
                    state.membranes().get(0).potentials(),
                    travelled.membranes().get(0).potentials(),
                    "seed " + seed);
            assertEquals(5 + 6 + 7, travelled.synapticEvents());
            assertEquals(3 * 7, travelled.neuronUpdates());
            wishes += state.wishTicks().length;
        }
        assertTrue(wishes > 0 && weights > 0, wishes + " wishes and " + weights + " weights: enough to differ");
    }

    @Test
    void aResultTravelsWithoutTheStateOfNeurons() throws IOException {
        Network network = PlasticNetworks.create(3, TICKS);
        Partition partition = Partition.ofCoreSize(network, 7);
        RunState state = state(network, partition);
        List<Integer> traced = List.of(network.index(last(network)));

        StateAssembly result = travelled(network, partition, traced, state, false);

        assertArrayEquals(
                state.membranes().get(0).potentials(), result.membranes().get(0).potentials());
        assertEquals(18, result.activity().synapticEvents());
    }
}
