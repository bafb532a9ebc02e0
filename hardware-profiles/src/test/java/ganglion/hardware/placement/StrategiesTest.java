package ganglion.hardware.placement;

import static ganglion.hardware.cost.TestNetworks.lif;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.placement.PlacementStrategy.Assignment;
import ganglion.hardware.placement.PlacementStrategy.ByHand;
import ganglion.hardware.placement.PlacementStrategy.InOrder;
import ganglion.hardware.placement.PlacementStrategy.Spread;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategiesTest {

    private static final Mesh MESH = new Mesh(2, 2, 1);

    /** Eight neurons of which each even one only reaches even ones, and each odd one odd ones. */
    private static Network twoInterleavedGroups() {
        SparseSynapses.Builder builder = SparseSynapses.builder(8, 8);
        for (int source = 0; source < 8; source++) {
            for (int target = source % 2; target < 8; target += 2) {
                builder.add(source, target, 1, 1);
            }
        }
        return new Network(List.of(lif("all", 8)), List.of(new Projection("all", "all", builder.build())));
    }

    @Test
    void spreadGivesEveryCoreASliceOfEveryPopulation() {
        Network network = new Network(List.of(lif("a", 8), lif("b", 2)), List.of());

        Placement placement = new Placer(network)
                .place(new Spread(), MESH, ToyProfiles.limits(100, 100))
                .placement();

        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2, 3, 3, 0, 2}, placement.coreOfNeuron());
        assertEquals(4, placement.tilesUsed());
    }

    @Test
    void spreadRefusesWhatNoSystemHolds() {
        Network network = new Network(List.of(lif("a", 9)), List.of());

        Placement placement = new Placer(network)
                .place(new Spread(), MESH, ToyProfiles.limits(2, 100))
                .placement();

        assertEquals(
                List.of("an even spread does not fit: a core has room for 2 neurons, 100 input axons"),
                placement.problems());
    }

    @Test
    void chipsWithoutAKnownWallAreFilledEvenly() {
        Network network = new Network(List.of(lif("a", 8)), List.of());

        Placement placement = new Placer(network)
                .place(new InOrder(), MESH, ChipLimits.UNKNOWN)
                .placement();

        assertEquals(4, placement.coresUsed());
    }

    @Test
    void byHandPutsInputsOnCoresToo() {
        Network network = new Network(
                List.of(new Population("in", 2, new SpikeSource(SpikeRaster.empty(2))), lif("out", 2)), List.of());
        ByHand hand = new ByHand(List.of(new Assignment("in", 0, 1, 3), new Assignment("out", 0, 2, 1)));

        Placement placement = new Placer(network)
                .place(hand, MESH, ToyProfiles.limits(2, 100))
                .placement();

        assertEquals(List.of(), placement.problems());
        assertArrayEquals(new int[] {3, Placement.OUTSIDE, 1, 1}, placement.coreOfNeuron());
        assertEquals(1, placement.coresUsed());
        assertEquals(2, placement.tilesUsed());
    }

    @Test
    void byHandSaysWhatIsWrong() {
        Network network = new Network(List.of(lif("out", 3)), List.of());

        assertEquals("neuron 2 of out is not placed", problem(network, new Assignment("out", 0, 2, 0)));
        assertEquals(
                "there is no population named uot to place",
                problem(network, new Assignment("out", 0, 3, 0), new Assignment("uot", 0, 1, 0)));
        assertEquals(
                "the placement of out names neurons 2 to 3, it has 0 to 2",
                problem(network, new Assignment("out", 2, 2, 0)));
        assertEquals(
                "the placement of out names core 4, there are cores 0 to 3",
                problem(network, new Assignment("out", 0, 3, 4)));
        assertEquals(
                "neuron 1 of out is placed twice",
                problem(network, new Assignment("out", 0, 2, 0), new Assignment("out", 1, 2, 1)));
        assertEquals(
                "core 1 holds 3 neurons, 0 input axons, 0 synapses, it has room for 2 neurons, 100 input axons",
                problem(network, new Assignment("out", 0, 3, 1)));
    }

    private static String problem(Network network, Assignment... assignments) {
        return new Placer(network)
                .place(new ByHand(List.of(assignments)), MESH, ToyProfiles.limits(2, 100))
                .placement()
                .problems()
                .get(0);
    }

    @Test
    void equalPlacementsShareTheirTables() {
        Placer placer = new Placer(twoInterleavedGroups());

        PlacedNetwork one = placer.place(new InOrder(), MESH, ToyProfiles.limits(4, 100));
        PlacedNetwork other = placer.place(new InOrder(), new Mesh(4, 4, 1), ToyProfiles.limits(4, 99));

        assertSame(one.fanOut(), other.fanOut());
    }
}
