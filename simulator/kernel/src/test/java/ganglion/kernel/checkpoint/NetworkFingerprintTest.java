package ganglion.kernel.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A run goes on only from a checkpoint of the same network: anything that may change a spike must change the fingerprint. */
class NetworkFingerprintTest {

    private static final PairStdp RULE = new PairStdp(0.1, 1, 0, 0, 10, 20, 20);

    private static final LifParameters MEMBRANE = LifParameters.of(0.9, 1);

    private static SparseSynapses rows(double weight, int delay) {
        return SparseSynapses.builder(2, 3)
                .add(0, 1, 1, 2)
                .add(0, 2, weight, delay)
                .add(1, 0, 3, 4)
                .build();
    }

    private static Network network(LifParameters membrane, long startTick, Synapses synapses, Optional<PairStdp> rule) {
        return new Network(
                List.of(
                        new Population("in", 2, new SpikeSource(SpikeRaster.empty(2))),
                        new Population("other", 2, new Lif(MEMBRANE)),
                        new Population("out", 3, new Lif(membrane), startTick)),
                List.of(new Projection("in", "out", synapses, rule)));
    }

    private static Network network(Synapses synapses) {
        return network(MEMBRANE, 0, synapses, Optional.empty());
    }

    private static Network of(List<Population> populations, Projection... projections) {
        return new Network(populations, List.of(projections));
    }

    private static long fingerprint(Network network) {
        return NetworkFingerprint.of(network);
    }

    /** It must not rest on the identity of an object, or no other process would accept it. */
    @Test
    void isTheSameForANetworkThatIsBuiltAnew() {
        Set<Long> fingerprints = new HashSet<>();
        for (int seed = 0; seed < 120; seed++) {
            long fingerprint = fingerprint(RandomNetworks.create(seed, 150));

            assertEquals(fingerprint, fingerprint(RandomNetworks.create(seed, 150)), "seed " + seed);
            fingerprints.add(fingerprint);
        }
        assertEquals(120, fingerprints.size());
    }

    /** Synapses add up, and so must differ by everything that tells them apart. */
    @Test
    void dependsOnTheOrderOfTwinsAndOnTheProjection() {
        Population a = new Population("a", 2, new Lif(MEMBRANE));
        Synapses none = SparseSynapses.builder(2, 2).build();
        Synapses one = SparseSynapses.builder(2, 2).add(0, 1, 1, 2).build();
        Synapses twins =
                SparseSynapses.builder(2, 2).add(0, 1, 1, 2).add(0, 1, 3, 2).build();
        Synapses swapped =
                SparseSynapses.builder(2, 2).add(0, 1, 3, 2).add(0, 1, 1, 2).build();
        Synapses crossed = SparseSynapses.builder(2, 2).add(1, 1, 1, 2).build();

        assertAllDiffer(Map.of(
                "twins", () -> of(List.of(a), new Projection("a", "a", twins), new Projection("a", "a", none)),
                "swapped", () -> of(List.of(a), new Projection("a", "a", swapped), new Projection("a", "a", none)),
                "first", () -> of(List.of(a), new Projection("a", "a", one), new Projection("a", "a", none)),
                "second", () -> of(List.of(a), new Projection("a", "a", none), new Projection("a", "a", one)),
                "crossed", () -> of(List.of(a), new Projection("a", "a", crossed), new Projection("a", "a", none))));
    }

    /** A chance change of any synapse must show: all of the sums of some thousand networks of one more synapse differ. */
    @Test
    void noTwoSynapsesHaveTheSameHash() {
        Set<Long> sums = new HashSet<>();
        for (int source = 0; source < 8; source++) {
            for (int target = 0; target < 8; target++) {
                for (int delay = 1; delay <= 8; delay++) {
                    for (double weight : new double[] {0.0, -0.0, 1, -1, 0.5, Double.MIN_VALUE}) {
                        Synapses synapse = SparseSynapses.builder(8, 8)
                                .add(source, target, weight, delay)
                                .build();
                        assertTrue(sums.add(NetworkFingerprint.partOf(synapse, 0)));
                        assertTrue(sums.add(NetworkFingerprint.partOf(synapse, 1)));
                    }
                }
            }
        }
    }

    @Test
    void doesNotDependOnTheLayoutThatSynapsesAreStoredIn() {
        SparseSynapses.Builder sparse = SparseSynapses.builder(2, 3);
        for (int i = 0; i < 6; i++) {
            sparse.add(i / 3, i % 3, i, 5);
        }

        assertEquals(
                fingerprint(network(new DenseSynapses(2, 3, new double[] {0, 1, 2, 3, 4, 5}, 5))),
                fingerprint(network(sparse.build())));
    }

    @Test
    void dependsOnEveryParameterOfTheNeurons() {
        Map<String, Supplier<Network>> variants = new HashMap<>();
        List<LifParameters> parameters = List.of(
                MEMBRANE,
                LifParameters.of(Math.nextUp(0.9), 1),
                LifParameters.of(0.9, 1.5),
                MEMBRANE.withStrictThreshold(),
                MEMBRANE.withBias(NeuronValues.of(0.25)),
                MEMBRANE.withBias(NeuronValues.each(0.25, 0.25, 0.5)),
                MEMBRANE.withRest(NeuronValues.of(0.25)),
                MEMBRANE.withInitialPotential(NeuronValues.of(0.25)),
                MEMBRANE.withResetPotential(NeuronValues.of(0.25)),
                MEMBRANE.withRefractoryTicks(3));
        for (LifParameters membrane : parameters) {
            variants.put(membrane.toString(), () -> network(membrane, 0, rows(5, 6), Optional.empty()));
        }

        assertAllDiffer(variants);
    }

    @Test
    void dependsOnStartAndPlasticity() {
        assertAllDiffer(Map.of(
                "plain", () -> network(rows(5, 6)),
                "later", () -> network(MEMBRANE, 1, rows(5, 6), Optional.empty()),
                "plastic", () -> network(MEMBRANE, 0, rows(5, 6), Optional.of(RULE)),
                "faster", () -> network(MEMBRANE, 0, rows(5, 6), Optional.of(new PairStdp(0.2, 1, 0, 0, 10, 20, 20)))));
    }

    @Test
    void dependsOnTheSpikesOfSources() {
        SpikeRaster one = SpikeRaster.builder(2).add(3, 1).build();
        SpikeRaster other = SpikeRaster.builder(2).add(4, 1).build();

        assertNotEquals(
                fingerprint(of(List.of(new Population("in", 2, new SpikeSource(one))))),
                fingerprint(of(List.of(new Population("in", 2, new SpikeSource(other))))));
    }

    @Test
    void dependsOnNamesSizesAndOrder() {
        Population a = new Population("a", 2, new Lif(MEMBRANE));
        Population b = new Population("b", 2, new Lif(MEMBRANE));
        Population wide = new Population("b", 3, new Lif(MEMBRANE));
        Population renamed = new Population("c", 2, new Lif(MEMBRANE));
        DenseSynapses square = new DenseSynapses(2, 2, new double[] {1, 2, 3, 4}, 1);

        assertAllDiffer(Map.of(
                "a b", () -> of(List.of(a, b)),
                "b a", () -> of(List.of(b, a)),
                "a", () -> of(List.of(a)),
                "a wide", () -> of(List.of(a, wide)),
                "a c", () -> of(List.of(a, renamed)),
                "a to b", () -> of(List.of(a, b), new Projection("a", "b", square)),
                "b to a", () -> of(List.of(a, b), new Projection("b", "a", square)),
                "a to a", () -> of(List.of(a, b), new Projection("a", "a", square)),
                "twice", () -> of(List.of(a, b), new Projection("a", "b", square), new Projection("a", "b", square))));
    }

    /** The texts are mixed with their lengths: moving a letter from one name to the next must show. */
    @Test
    void tellsNamesApartThatRunTogether() {
        assertNotEquals(
                fingerprint(of(List.of(
                        new Population("ab", 2, new Lif(MEMBRANE)), new Population("c", 2, new Lif(MEMBRANE))))),
                fingerprint(of(List.of(
                        new Population("a", 2, new Lif(MEMBRANE)), new Population("bc", 2, new Lif(MEMBRANE))))));
    }

    private static void assertAllDiffer(Map<String, Supplier<Network>> variants) {
        List<String> names = new ArrayList<>(variants.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertNotEquals(
                        fingerprint(variants.get(names.get(i)).get()),
                        fingerprint(variants.get(names.get(j)).get()),
                        names.get(i) + " and " + names.get(j));
            }
        }
    }
}
