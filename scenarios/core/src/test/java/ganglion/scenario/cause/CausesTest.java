package ganglion.scenario.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Layers of neurons, each of which gets the same from every neuron of the layer before, one tick later. */
final class CausesTest {

    private static final long TICKS = 12;
    private static final double ROUNDING = 1e-12;
    private static final NeuronModel LIF = new Lif(LifParameters.of(0.5, 1));
    private static final NeuronModel IZHIKEVICH = new Izhikevich(
            1,
            NeuronValues.of(0.02),
            NeuronValues.of(0.2),
            NeuronValues.of(-65),
            NeuronValues.of(8),
            NeuronValues.of(0));

    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();

    private CausesTest with(int size, NeuronModel model) {
        populations.add(new Population("layer" + populations.size(), size, model));
        return this;
    }

    private CausesTest with(int source, int target, double weight) {
        Population from = populations.get(source);
        Population to = populations.get(target);
        double[] weights = new double[from.size() * to.size()];
        Arrays.fill(weights, weight);
        projections.add(new Projection(from.name(), to.name(), new DenseSynapses(from.size(), to.size(), weights, 1)));
        return this;
    }

    private static NeuronModel spikeAt(long... ticks) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(1);
        Arrays.stream(ticks).forEach(tick -> spikes.add(tick, 0));
        return new SpikeSource(spikes.build());
    }

    private CauseAnswer explain(int population, long tick, double leastShare, int most) {
        Network network = new Network(populations, projections);
        List<SpikeRaster> spikes = SequentialSimulation.run(network, Partition.whole(network), TICKS, List.of())
                .spikes();
        return new Causes(network, spikes, TICKS, new Pruning(leastShare, most))
                .explain(new SpikeId(population, 0, tick))
                .orElseThrow();
    }

    /** Each of 400 paths has a quarter of a per cent, each of the spikes that they lead through has five. */
    @Test
    void followsASpikeByWhatCameThroughItOverAllPaths() {
        with(1, spikeAt(2)).with(20, LIF).with(20, LIF).with(1, LIF);
        with(0, 1, 1.5).with(1, 2, 0.1).with(2, 3, 0.1);

        CauseAnswer explanation = explain(3, 5, 0.01, 200);

        assertTrue(explanation.fired());
        Origins<SpikeId> origins = explanation.origins().orElseThrow();
        assertEquals(1, origins.inputs().get(new SpikeId(0, 0, 2)), ROUNDING);
        assertEquals(0, origins.notFollowed());
        assertEquals(40, explanation.followed().size(), "each spike once");
        explanation.followed().forEach(cause -> assertEquals(0.05, cause.share(), ROUNDING));
        assertTrue(explanation.repeatedAlone());
    }

    @Test
    void sumsWhatIsBeyondTheMostThatAreFollowed() {
        with(1, spikeAt(2)).with(20, LIF).with(1, LIF);
        with(0, 1, 1.5).with(1, 2, 0.1);

        CauseAnswer explanation = explain(2, 4, 0.01, 5);

        Origins<SpikeId> origins = explanation.origins().orElseThrow();
        assertEquals(5, explanation.followed().size());
        assertEquals(
                0.25,
                origins.inputs().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                ROUNDING);
        assertEquals(0.75, origins.notFollowed(), ROUNDING);
    }

    @Test
    void endsAtNeuronsWhosePotentialIsNoSum() {
        with(1, spikeAt(2)).with(1, IZHIKEVICH).with(1, LIF);
        with(0, 1, 200).with(1, 2, 2);

        OptionalLong fired = OptionalLong.empty();
        for (long tick = 3; tick < TICKS && fired.isEmpty(); tick++) {
            fired = explain(2, tick, 0.01, 200).fired() ? OptionalLong.of(tick) : fired;
        }

        Origins<SpikeId> origins =
                explain(2, fired.orElseThrow(), 0.01, 200).origins().orElseThrow();
        assertEquals(1, origins.noSums(), ROUNDING);
        assertEquals(0, origins.notFollowed());
    }

    @Test
    void inhibitionAloneHasAmountsAndNoShares() {
        with(1, spikeAt(2)).with(1, LIF);
        with(0, 1, -0.75);

        CauseAnswer explanation = explain(1, 3, 0.01, 200);

        assertEquals(0, explanation.cause().lift());
        CauseNode.SourceShare source = explanation.cause().sources().get(0);
        assertEquals(-0.75, source.amount());
        assertEquals(0, source.share());
        assertTrue(explanation.followed().isEmpty());
    }
}
