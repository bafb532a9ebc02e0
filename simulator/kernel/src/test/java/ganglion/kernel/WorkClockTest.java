package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which work is measured, not how long it takes. */
class WorkClockTest {

    private static final LifParameters LEAKY = LifParameters.of(0.5, 1e9);

    private static final double[] HALVES = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5};

    /** Neurons that each of some input spikes reaches, ten ticks apart. */
    private static Network fed(NeuronModel model, int spikes) {
        SpikeRaster.Builder input = SpikeRaster.builder(1);
        for (int i = 0; i < spikes; i++) {
            input.add(10 * i, 0);
        }
        return new Network(
                List.of(new Population("in", 1, new SpikeSource(input.build())), new Population("out", 9, model)),
                List.of(new Projection("in", "out", new DenseSynapses(1, 9, HALVES, 1))));
    }

    private static Map<Work, Double> work(Network network, int cores, String... traced) {
        PartitionedNetwork run =
                new PartitionedNetwork(network, Partition.spread(network, cores), 5000, List.of(traced));
        SequentialSimulation.run(run);
        Map<Work, Double> work = run.work();
        assertEquals(
                work.isEmpty() ? 0 : 1,
                work.values().stream().mapToDouble(share -> share).sum(),
                1e-9);
        return work;
    }

    @ParameterizedTest
    @EnumSource
    void silentTicksAreThoseThatAreMadeUpForOneByOne(Integration integration) {
        Map<Work, Double> work = work(fed(new Lif(LEAKY, integration), 400), 1);

        assertEquals(integration == Integration.PER_TICK, work.get(Work.SILENCE) > 0);
        assertTrue(work.get(Work.DELIVERY) > 0 && work.get(Work.UPDATES) > 0 && work.get(Work.DRIVE) > 0);
        assertEquals(0, work.get(Work.RECORDING));
    }

    @Test
    void coresAddUpAndOtherModelsHaveSilentTicksToo() {
        NeuronModel model = new AdaptiveLif(LEAKY, NeuronValues.of(0.9), NeuronValues.of(0.1));

        assertTrue(work(fed(model, 400), 3, "out").get(Work.SILENCE) > 0);
        assertTrue(work(fed(model, 400), 3, "out").get(Work.RECORDING) > 0);
    }

    @Test
    void currentsAreDrive() {
        StepCurrent current = new StepCurrent(List.of(new StepCurrent.Step(0, NeuronValues.of(0.1))));
        Network driven =
                new Network(List.of(new Population("out", 3, new DrivenNeurons(new Lif(LEAKY), current))), List.of());

        assertTrue(work(driven, 1).get(Work.DRIVE) > 0);
    }

    @Test
    void fewTicksAreNotMeasured() {
        assertEquals(Map.of(), work(fed(new Lif(LEAKY), 3), 1));
    }
}
