package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.plasticity.PairStdp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SynapseSummaryTest {

    private static final Synapses NONE = SparseSynapses.builder(2, 2).build();

    private static SparseSynapses one(int source, double weight, int delayTicks) {
        return SparseSynapses.builder(2, 2).add(source, 1, weight, delayTicks).build();
    }

    private static SynapseSummary merged(Synapses... parts) {
        SynapseSummary summary = SynapseSummary.of(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            summary = summary.merge(SynapseSummary.of(parts[i]));
        }
        return summary;
    }

    private static OptionalDouble weight(Synapses... parts) {
        OptionalDouble weight = merged(parts).uniformWeight();
        for (int from = 0; from < parts.length; from++) {
            SynapseSummary rotated = SynapseSummary.of(parts[from]);
            for (int i = 1; i < parts.length; i++) {
                rotated = rotated.merge(SynapseSummary.of(parts[(from + i) % parts.length]));
            }
            assertEquals(weight, rotated.uniformWeight(), "depends on the order");
        }
        return weight;
    }

    @Test
    void countsSynapsesAndKeepsTheRangeOfDelays() {
        assertEquals(
                new SynapseSummary(3, 2, 9, OptionalDouble.empty(), false),
                merged(one(0, 1, 4), NONE, one(1, 1, 2), one(0, 1, 9)));
        assertEquals(new SynapseSummary(0, Integer.MAX_VALUE, 0, OptionalDouble.empty(), false), merged(NONE, NONE));
    }

    @Test
    void aWholeIsUniformIfItsPartsAreAlike() {
        assertEquals(OptionalDouble.of(0.5), weight(one(0, 0.5, 3), NONE, one(1, 0.5, 3)));
        assertEquals(OptionalDouble.empty(), weight(one(0, 0.5, 3), NONE, one(1, 0.25, 3)));
        assertEquals(OptionalDouble.empty(), weight(one(0, 0.5, 3), NONE, one(1, 0.5, 4)));
        assertEquals(OptionalDouble.empty(), weight(one(0, 0.0, 3), one(1, -0.0, 3)));
        assertEquals(OptionalDouble.empty(), weight(NONE, NONE));
    }

    @Test
    void refusesWhatIsNoPartOfTheWhole() {
        Synapses varied =
                SparseSynapses.builder(2, 2).add(0, 0, 1, 1).add(0, 1, 2, 1).build();

        assertThrows(IllegalArgumentException.class, () -> merged(one(0, 1, 1)).applyTo(varied));
        assertThrows(
                IllegalArgumentException.class,
                () -> merged(varied).applyTo(new DenseSynapses(1, 1, new double[] {1}, 1)));
    }

    private static Network network(Optional<PairStdp> rule, Synapses... projections) {
        return new Network(
                List.of(new Population("a", 2, new LeakyIntegrator(0.5))),
                List.of(projections).stream()
                        .map(synapses -> new Projection("a", "a", synapses, rule))
                        .toList());
    }

    @Test
    void aNetworkRemembersForTheLargestDelayOfAllParts() {
        Network here = network(Optional.empty(), one(0, 1, 4), NONE);
        Network there = network(Optional.empty(), one(1, 1, 2), one(0, 1, 9));
        NetworkSummary summary = NetworkSummary.of(here).merge(NetworkSummary.of(there));

        assertEquals(4, here.memoryTicks());
        assertEquals(9, summary.memoryTicks(here));
        assertEquals(3, summary.synapseCount());
        Network plastic = network(Optional.of(new PairStdp(0.1, 1, 0, 0, 10, 20, 20)), NONE, NONE);
        assertEquals(Long.MAX_VALUE, summary.memoryTicks(plastic));
        assertEquals(0, new NetworkSummary(List.of()).memoryTicks(network(Optional.empty())));
    }

    @Test
    void partsOfANetworkHaveItsProjections() {
        NetworkSummary one = NetworkSummary.of(network(Optional.empty(), NONE));
        Network two = network(Optional.empty(), NONE, NONE);

        assertThrows(IllegalArgumentException.class, () -> one.merge(NetworkSummary.of(two)));
        assertThrows(IllegalArgumentException.class, () -> one.applyTo(two));
        assertThrows(IllegalArgumentException.class, () -> one.memoryTicks(two));
    }
}
