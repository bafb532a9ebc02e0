package ganglion.hardware.placement;

import static ganglion.hardware.cost.TestNetworks.dense;
import static ganglion.hardware.cost.TestNetworks.lif;
import static ganglion.hardware.cost.TestNetworks.source;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.placement.Placement.CoreLoad;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InOrderPlacementTest {

    private static final Mesh FOUR_CORES = new Mesh(2, 2, 1);

    @Test
    void fillsCoresInOrderAndLeavesInputsOutside() {
        Network network = chain(3, 3, 2);

        Placement placement = place(network, FOUR_CORES, ToyProfiles.limits(2, 100));

        assertEquals(List.of(), placement.problems());
        assertArrayEquals(new int[] {-1, -1, -1, 0, 0, 1, 1, 2}, placement.coreOfNeuron());
        assertEquals(
                List.of(new CoreLoad(2, 6, 3), new CoreLoad(2, 3 + 3, 3 + 3), new CoreLoad(1, 3, 3)),
                placement.cores());
        assertEquals(1, placement.chips());
        assertEquals(3, placement.tilesUsed());
    }

    @Test
    void opensANewCoreWhenTheInputAxonsRunOut() {
        SparseSynapses.Builder pairs = SparseSynapses.builder(6, 3);
        for (int source = 0; source < 6; source++) {
            pairs.add(source, source / 2, 1, 1).add(source, source / 2, 1, 2);
        }
        Network network = network(6, 3, pairs.build());

        Placement placement = place(network, FOUR_CORES, ToyProfiles.limits(100, 4));

        assertTrue(placement.fits());
        assertEquals(List.of(new CoreLoad(2, 8, 4), new CoreLoad(1, 4, 2)), placement.cores());
    }

    @Test
    void opensANewCoreWhenTheSynapseMemoryRunsOut() {
        Figure memory = ToyProfiles.figure("10 B", Dimension.MEMORY);
        Figure each = ToyProfiles.figure("8 bit", Dimension.MEMORY);
        ChipLimits limits = new ChipLimits(
                Map.of(Limit.SYNAPSE_MEMORY_PER_CORE, memory, Limit.MEMORY_PER_SYNAPSE, each), Map.of(), List.of());

        Placement placement = place(chain(4, 3, 1), FOUR_CORES, limits);

        assertEquals(List.of(new CoreLoad(2, 8, 4), new CoreLoad(2, 4 + 3, 4 + 3)), placement.cores());
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 100", "5, 45", "1000, 100000"})
    void keepsWithinTheLimitsAndLosesNothing(int neuronsPerCore, int axonsPerCore) {
        for (long seed = 0; seed < 60; seed++) {
            Network network = RandomWorkloads.of(seed).network();

            Placement placement = place(network, new Mesh(32, 32, 1), ToyProfiles.limits(neuronsPerCore, axonsPerCore));

            if (placement.fits()) {
                assertConsistent(network, placement, neuronsPerCore, axonsPerCore, "seed " + seed);
            } else {
                assertTrue(placement.problems().get(0).contains("more than fit on a core"), "seed " + seed);
            }
        }
    }

    private static void assertConsistent(Network network, Placement placement, int neurons, int axons, String message) {
        int cores = placement.cores().size();
        int[] neuronsOn = new int[cores];
        long[] synapsesOn = new long[cores];
        List<Set<Integer>> sourcesOn = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            sourcesOn.add(new HashSet<>());
        }
        for (int core : placement.coreOfNeuron()) {
            if (core >= 0) {
                neuronsOn[core]++;
            }
        }
        for (Projection projection : network.projections()) {
            int firstSource = network.firstNeuron(network.index(projection.source()));
            int firstTarget = network.firstNeuron(network.index(projection.target()));
            Synapses synapses = projection.synapses();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    int core = placement.coreOfNeuron()[firstTarget + synapses.target(source, i)];
                    synapsesOn[core]++;
                    sourcesOn.get(core).add(firstSource + source);
                }
            }
        }
        for (int core = 0; core < cores; core++) {
            CoreLoad expected = new CoreLoad(
                    neuronsOn[core], synapsesOn[core], sourcesOn.get(core).size());
            assertEquals(expected, placement.cores().get(core), message);
            assertTrue(neuronsOn[core] <= neurons && expected.inputAxons() <= axons, message);
        }
    }

    @Test
    void refusesANeuronThatNoCoreCanTake() {
        Placement placement = place(chain(300, 2, 1), FOUR_CORES, ToyProfiles.limits(256, 256));

        assertEquals(
                "neuron 0 of hidden has 300 synapses, more than fit on a core of 256 input axons",
                placement.problems().get(0));
    }

    @Test
    void saysHowManyChipsItTakes() {
        Network network = chain(1, 9, 1);

        Placement unknown = place(network, FOUR_CORES, ToyProfiles.limits(2, 100));
        Placement tooMany = place(network, FOUR_CORES, withChips(1));
        Placement enough = place(network, FOUR_CORES, withChips(2));

        assertEquals(
                List.of("needs 5 cores, 2 chips of 4 cores, as it has 10 neurons, and a core takes 2; nothing is known"
                        + " of systems with more than one chip"),
                unknown.problems());
        assertEquals(
                List.of("needs 5 cores, 2 chips of 4 cores, as it has 10 neurons, and a core takes 2; the largest"
                        + " system has 1"),
                tooMany.problems());
        assertEquals(List.of(), enough.problems());
        assertEquals(2, enough.chips());
        assertEquals(5, enough.tilesUsed());
    }

    /** Four neurons of three synapses each would fit by their sum, but two of them do not fit on a core of five. */
    @Test
    void saysThatNoNeuronIsDivided() {
        ChipLimits limits =
                ToyProfiles.limits(Map.of(Limit.CHIPS, 1, Limit.NEURONS_PER_CORE, 3, Limit.SYNAPSES_PER_CORE, 5));

        assertEquals(
                List.of("needs 5 cores, 2 chips of 4 cores, as no neuron is divided, and a core takes 3 neurons, 5"
                        + " synapses; the largest system has 1"),
                place(chain(3, 4, 1), FOUR_CORES, limits).problems());
    }

    private static Placement place(Network network, Mesh mesh, ChipLimits limits) {
        return new Placer(network)
                .place(new PlacementStrategy.InOrder(), mesh, limits)
                .placement();
    }

    private static ChipLimits withChips(int chips) {
        return ToyProfiles.limits(Map.of(Limit.CHIPS, chips, Limit.NEURONS_PER_CORE, 2));
    }

    @Test
    void refusesFanInDelaysAndOutputAxonsBeyondTheChip() {
        ChipLimits fanIn = ToyProfiles.limits(Map.of(Limit.NEURONS_PER_CORE, 1000, Limit.FAN_IN, 2));
        ChipLimits delay = ToyProfiles.limits(Map.of(Limit.NEURONS_PER_CORE, 1000, Limit.DELAY_TICKS, 2));
        ChipLimits output = ToyProfiles.limits(Map.of(Limit.NEURONS_PER_CORE, 2, Limit.OUTPUT_AXONS_PER_CORE, 2));
        Network network = chain(3, 2, 3);

        assertEquals(
                List.of("neuron 0 of hidden has 3 synapses, a neuron takes 2"),
                place(network, FOUR_CORES, fanIn).problems());
        assertEquals(
                List.of("the projection from hidden to out has a delay of 3 ticks, the longest possible is 2"),
                place(network, FOUR_CORES, delay).problems());
        assertEquals(
                List.of("core 0 sends to 4 pairs of neuron and core, it has 2 output axons"),
                place(network, FOUR_CORES, output).problems());
    }

    /** Inputs to hidden to out, all-to-all; hidden to out has a delay of 3. */
    private static Network chain(int inputs, int hidden, int outs) {
        return new Network(
                List.of(source(inputs), lif("hidden", hidden), lif("out", outs)),
                List.of(
                        new Projection("in", "hidden", dense(inputs, hidden, 1)),
                        new Projection("hidden", "out", dense(hidden, outs, 3))));
    }

    private static Network network(int inputs, int outs, Synapses synapses) {
        return new Network(List.of(source(inputs), lif("out", outs)), List.of(new Projection("in", "out", synapses)));
    }
}
