package ganglion.hardware.placement;

import static ganglion.hardware.cost.TestNetworks.lif;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.placement.PlacementStrategy.FewestMessages;
import ganglion.hardware.placement.PlacementStrategy.InOrder;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedyPlacementTest {

    private static final Mesh MESH = new Mesh(8, 8, 1);

    /** Groups of neurons that are wired among themselves, under shuffled numbers, with some wires across. */
    private static Network communities(long seed, int groups, int size, double across) {
        Random random = new Random(seed);
        int count = groups * size;
        int[] groupOf = new int[count];
        for (int i = 0; i < count; i++) {
            groupOf[i] = i % groups;
        }
        for (int i = count - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int kept = groupOf[i];
            groupOf[i] = groupOf[k];
            groupOf[k] = kept;
        }
        SparseSynapses.Builder builder = SparseSynapses.builder(count, count);
        for (int source = 0; source < count; source++) {
            for (int target = 0; target < count; target++) {
                boolean wired = groupOf[source] == groupOf[target] || random.nextDouble() < across;
                if (wired) {
                    builder.add(source, target, 1, 1);
                }
            }
        }
        return new Network(
                List.of(new Population("all", count, new Lif(LifParameters.of(0.9, 1)))),
                List.of(new Projection("all", "all", builder.build())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsCommunitiesThatAreApart(long seed) {
        Network network = communities(seed, 6, 10, 0);

        PlacedNetwork placed = new Placer(network).place(new FewestMessages(), MESH, ToyProfiles.limits(10, 1000));

        assertEquals(0, messages(placed));
        assertEquals(6, placed.placement().coresUsed());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sendsFarFewerMessagesThanTheOrderOfTheNetworkWhereCommunitiesOverlap(long seed) {
        Network network = communities(seed, 6, 10, 0.01);
        ChipLimits limits = ToyProfiles.limits(10, 1000);

        double inOrder = messages(new Placer(network).place(new InOrder(), MESH, limits));
        double fewest = messages(new Placer(network).place(new FewestMessages(), MESH, limits));

        assertTrue(fewest < 0.5 * inOrder, fewest + " of " + inOrder);
    }

    @Test
    void keepsWithinTheAxonsOfACore() {
        Network network = communities(7, 4, 12, 0.05);

        Placement placement = new Placer(network)
                .place(new FewestMessages(), MESH, ToyProfiles.limits(12, 30))
                .placement();

        assertEquals(List.of(), placement.problems());
        placement.cores().forEach(load -> assertTrue(load.inputAxons() <= 30));
        assertEquals(
                48,
                placement.cores().stream().mapToInt(Placement.CoreLoad::neurons).sum());
    }

    @Test
    void refusesANeuronThatNoCoreTakes() {
        Network network = new Network(
                List.of(new Population("all", 9, new Lif(LifParameters.of(0.9, 1)))),
                List.of(new Projection("all", "all", new DenseSynapses(9, 9, new double[81], 1))));

        Placement placement = new Placer(network)
                .place(new FewestMessages(), MESH, ToyProfiles.limits(9, 8))
                .placement();

        assertEquals(
                "neuron 0 of all has 9 synapses, more than fit on a core of 8 input axons",
                placement.problems().get(0));
    }

    @Test
    void keepsLayersTogetherWhereAllReachAll() {
        Network network = new Network(
                List.of(lif("a", 8), lif("b", 8)),
                List.of(
                        new Projection("a", "b", new DenseSynapses(8, 8, new double[64], 1)),
                        new Projection("b", "a", new DenseSynapses(8, 8, new double[64], 1))));

        PlacedNetwork placed = new Placer(network).place(new FewestMessages(), MESH, ToyProfiles.limits(8, 100));

        // A layer on each core: each of 16 neurons sends one message to the other core.
        assertEquals(16, messages(placed));
    }

    @Test
    void givesTheSamePlacementAgain() {
        Network network = communities(11, 5, 9, 0.03);
        ChipLimits limits = ToyProfiles.limits(9, 1000);

        int[] once = new Placer(network)
                .place(new FewestMessages(), MESH, limits)
                .placement()
                .coreOfNeuron();
        int[] again = new Placer(network)
                .place(new FewestMessages(), MESH, limits)
                .placement()
                .coreOfNeuron();

        assertTrue(Arrays.equals(once, again));
    }

    private static double messages(PlacedNetwork placed) {
        double[] ones = new double[placed.network().neuronCount()];
        Arrays.fill(ones, 1);
        return CoreTraffic.of(placed, ones).betweenCores();
    }
}
