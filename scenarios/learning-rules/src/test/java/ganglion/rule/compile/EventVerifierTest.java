package ganglion.rule.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.learning.compile.Verification;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.grid.GridNetwork;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventVerifierTest {

    private static final int TICKS = 10;

    private static EventNetwork network() {
        return RandomEventNetworks.network(new Kind(8, 4, true, true), new SplittableRandom(5));
    }

    private static DataSet samples() {
        SplittableRandom random = new SplittableRandom(1);
        return DataSet.of(IntStream.range(0, 8)
                .mapToObj(i -> new Sample(
                        new SpikeInput(
                                RandomEventNetworks.INPUTS,
                                IntStream.rangeClosed(0, 40).toArray(),
                                random.ints(40, 0, RandomEventNetworks.INPUTS).toArray()),
                        0))
                .toList());
    }

    private static Function<SpikeRaster, Network> simulator(EventNetwork network) {
        GridNetwork grid = new GridNetwork(network, TICKS);
        return spikes -> {
            List<Population> populations = new ArrayList<>();
            populations.add(new Population(GridNetwork.INPUT, network.inputs(), new SpikeSource(spikes)));
            populations.addAll(grid.populations());
            return new Network(populations, grid.projections());
        };
    }

    private static Verification verify(EventNetwork simulated) {
        return verify(network(), simulated);
    }

    private static Verification verify(EventNetwork learned, EventNetwork simulated) {
        EventClassifier classifier = new EventClassifier(learned, TICKS, List.of("a", "b", "c"));
        return EventVerifier.verify(classifier, samples(), simulator(simulated));
    }

    @Test
    void theNetworkOfTheSimulatorIsEqual() {
        Verification found = verify(network());

        assertTrue(found.equal(), () -> found.differences().toString());
        assertEquals(8, found.samples());
        assertTrue(found.spikes() > 20, "spikes: " + found.spikes());
        assertEquals(2, found.remarks().size());
        assertTrue(
                found.remarks().get(0).matches("scores of the read-out differ by at most [0-9.]+e-1[0-9]|.*0.0e\\+00"));
        assertTrue(
                found.remarks().get(1).contains(" of 8 samples are decided as in continuous time"),
                found.remarks()::toString);
    }

    @Test
    void anotherWeightOrDelayIsFound() {
        EventNetwork whole = network();
        for (int connection = 0; connection < whole.synapses().size() - 1; connection++) {
            assertFalse(verify(changed(whole, connection, 1.3, 0)).equal(), "weights of connection " + connection);
            assertFalse(verify(changed(whole, connection, 1, 2)).equal(), "delays of connection " + connection);
        }
    }

    @Test
    void anotherReadOutIsFoundThoughItHasNoSpikes() {
        EventNetwork whole = network();
        int readOut = whole.synapses().size() - 1;
        assertTrue(verify(whole, whole).equal());

        assertFalse(verify(whole, changed(whole, readOut, 1, 2)).equal(), "delays");
        for (double factor : new double[] {1.3, 1 + 1e-7}) {
            Verification found = verify(whole, changed(whole, readOut, factor, 0));

            assertEquals(0, found.differenceCount(), "a read-out has no spikes");
            assertFalse(found.equal());
            assertEquals(8, found.scoreDifferences().size());
            assertEquals(8, found.allDifferences());
        }
        assertTrue(verify(whole, changed(whole, readOut, 1 + 1e-14, 0)).equal(), "rounding");
    }

    @Test
    void anotherDecisionIsTold() {
        EventNetwork whole = network();
        Verification found = verify(whole, changed(whole, whole.synapses().size() - 1, -1, 0));

        String first = found.scoreDifferences().get(0).toString();
        assertTrue(
                first.matches(
                        "sample 0, read-out: score \\S+ of neuron \\d in the model, \\S+ in the network; the decision is"
                                + " \\d in the model, \\d in the network"),
                first);
    }

    private static EventNetwork changed(EventNetwork whole, int connection, double factor, double later) {
        List<DelayedSynapses> synapses = new ArrayList<>(whole.synapses());
        DelayedSynapses one = synapses.get(connection);
        double[] weights =
                Arrays.stream(one.weights()).map(weight -> weight * factor).toArray();
        synapses.set(connection, new DelayedSynapses(one.sources(), one.targets(), weights, one.delay() + later));
        return whole.with(synapses);
    }
}
