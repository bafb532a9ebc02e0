package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places that each hold a part of a network run it as one place does that holds the whole. */
class SlicedNetworksTest {

    private static final int TICKS = 200;
    /** A core for each place, on its part of the network, which has been agreed on. */
    private static List<NeuroCore> cores(Network network, List<NetworkSlice> slices) {
        List<Network> parts = slices.stream()
                .map(slice -> SlicedNetworks.part(network, slice))
                .toList();
        NetworkSummary summary = parts.stream()
                .map(NetworkSummary::of)
                .reduce(NetworkSummary::merge)
                .orElseThrow();
        assertEquals(NetworkSummary.of(network), summary);
        List<NeuroCore> cores = new ArrayList<>();
        for (int place = 0; place < parts.size(); place++) {
            List<HostedNeurons> hosted = hosted(network, slices.get(place));
            cores.add(new NeuroCore(place, summary.applyTo(parts.get(place)), hosted, List.of()));
        }
        return cores;
    }

    private static List<HostedNeurons> hosted(Network network, NetworkSlice slice) {
        return IntStream.range(0, network.populations().size())
                .filter(p -> !slice.of(p, 0).isEmpty())
                .mapToObj(p -> new HostedNeurons(
                        p, slice.of(p, 0).first(), slice.of(p, 0).size()))
                .toList();
    }

    /** All cores, tick by tick: no delay is shorter than a tick. */
    private static List<SpikeRaster> run(Network network, List<NeuroCore> cores, int ticks) {
        List<SpikeRaster.Builder> rasters = new ArrayList<>();
        network.populations().forEach(population -> rasters.add(SpikeRaster.builder(population.size())));
        List<SpikeBatch> fired = new ArrayList<>();
        for (int tick = 0; tick < ticks; tick++) {
            List<SpikeBatch> next = new ArrayList<>();
            for (NeuroCore core : cores) {
                List<SpikeBatch> others = IntStream.range(0, fired.size())
                        .filter(from -> from != core.id())
                        .mapToObj(fired::get)
                        .collect(Collectors.toList());
                // batches arrive in any order
                Collections.shuffle(others, new Random(tick));
                next.add(core.advance(tick + 1, others).emitted());
            }
            fired = next;
            for (SpikeBatch batch : fired) {
                for (int i = 0; i < batch.size(); i++) {
                    int population = network.populationOf(batch.neuron(i));
                    rasters.get(population).add(batch.tick(i), batch.neuron(i) - network.firstNeuron(population));
                }
            }
        }
        return rasters.stream().map(SpikeRaster.Builder::build).toList();
    }

    private static void assertSameRun(Network network, int places, Random random) {
        SimulationResult expected = TestRuns.whole(network, TICKS);

        List<NeuroCore> cores = cores(network, SlicedNetworks.cuts(network, places, random));

        assertEquals(expected.spikes(), run(network, cores, TICKS));
        assertEquals(
                expected.activity().synapticEvents(),
                cores.stream().mapToLong(NeuroCore::synapticEvents).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void runLikeTheWhole(int places) {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            assertSameRun(RandomNetworks.create(seed, TICKS), places, random);
            assertSameRun(UniformNetworks.create(seed, 40, TICKS), places, random);
            assertSameRun(ManyDelayNetworks.create(seed, TICKS, 1 + 3 * seed), places, random);
        }
    }

    /** Weights that change do so where their targets are hosted. */
    @Test
    void plasticPartsRunLikeTheWhole() {
        for (int seed = 0; seed < 8; seed++) {
            assertSameRun(PlasticNetworks.create(seed, TICKS), 3, new Random(seed));
            assertSameRun(PlasticNetworks.rewarded(seed, TICKS), 3, new Random(seed));
        }
    }

    /** The potential of neuron 1, hosted alone, after spikes of three sources that reach it at the same tick. */
    private static double potential(Network network, boolean agreed) {
        NetworkSlice slice = NetworkSlice.of(List.of(TargetSlice.NONE, new TargetSlice(1, 2)));
        Network part = SlicedNetworks.part(network, slice);
        Network used = agreed ? NetworkSummary.of(network).applyTo(part) : part;
        NeuroCore core = new NeuroCore(0, used, List.of(new HostedNeurons(1, 1, 1)), List.of(1));
        core.advance(2, List.of(SpikeBatch.copyOf(new long[] {0, 0, 0}, new int[] {0, 1, 2}, 3)));
        core.finish(2);
        return core.trace(0)[1];
    }

    private static double wholePotential(Network network) {
        return TestRuns.whole(network, 2, "out").membranes().get(0).at(1, 1);
    }

    private static Network of(SparseSynapses.Builder... projections) {
        SpikeRaster input = SpikeRaster.builder(3).add(0, 0).add(0, 1).add(0, 2).build();
        return new Network(
                List.of(
                        new Population("in", 3, new SpikeSource(input)),
                        new Population("out", 2, new LeakyIntegrator(0.5))),
                IntStream.range(0, projections.length)
                        .mapToObj(p -> new Projection("in", "out", projections[p].build()))
                        .toList());
    }

    /** The first projection is varied, by a synapse that ends elsewhere, and so is summed before the second. */
    @Test
    void partsThatAreUniformByAccidentAreSummedLikeTheWhole() {
        Network network = of(
                SparseSynapses.builder(3, 2).add(2, 1, 1e16, 1),
                SparseSynapses.builder(3, 2).add(0, 1, 1, 1).add(1, 1, 1, 1).add(0, 0, 5, 1));

        assertEquals(wholePotential(network), potential(network, true));
        assertNotEquals(wholePotential(network), potential(network, false), "the order does not show");
    }

    /** Weights of uniform projections are added in the order of the projections that have them first, wherever they end. */
    @Test
    void projectionsThatEndElsewhereGiveTheirWeightsTheSamePlace() {
        Network network = of(
                SparseSynapses.builder(3, 2).add(0, 0, 1, 1),
                SparseSynapses.builder(3, 2).add(2, 1, 1e16, 1).add(2, 0, 1e16, 1),
                SparseSynapses.builder(3, 2).add(0, 1, 1, 1).add(1, 1, 1, 1));

        assertEquals(wholePotential(network), potential(network, true));
        assertNotEquals(wholePotential(network), potential(network, false), "the order does not show");
    }

    @Test
    void fingerprintsOfPartsAddUpToThatOfTheWhole() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Network network = RandomNetworks.create(seed, TICKS);
            for (int places = 1; places <= 4; places++) {
                long sum = 0;
                for (NetworkSlice slice : SlicedNetworks.cuts(network, places, random)) {
                    sum += NetworkFingerprint.partOf(SlicedNetworks.part(network, slice));
                }
                Network skeleton = SlicedNetworks.part(network, NetworkSlice.SKELETON);
                assertEquals(0, NetworkFingerprint.partOf(skeleton));
                assertEquals(NetworkFingerprint.of(network), NetworkFingerprint.of(skeleton, sum));
            }
        }
    }

    @Test
    void aPlaceThatHostsOnePopulationAloneHasItsMatrix() {
        Network network = new Network(
                List.of(
                        new Population("in", 3, new SpikeSource(SpikeRaster.empty(3))),
                        new Population("out", 2, new LeakyIntegrator(0.5))),
                List.of(new Projection("in", "out", new DenseSynapses(3, 2, new double[6], 1))));
        NetworkSlice whole = NetworkSlice.of(List.of(TargetSlice.NONE, new TargetSlice(0, 2)));

        assertTrue(SlicedNetworks.part(network, whole).projection(0).synapses() instanceof DenseSynapses);
        NetworkSummary merged = NetworkSummary.of(SlicedNetworks.part(network, NetworkSlice.SKELETON))
                .merge(NetworkSummary.of(SlicedNetworks.part(network, whole)));
        assertEquals(NetworkSummary.of(network), merged);
    }
}
