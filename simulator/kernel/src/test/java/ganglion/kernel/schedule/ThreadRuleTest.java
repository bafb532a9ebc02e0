package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadRuleTest {

    private static Population neurons(int size) {
        return new Population("n", size, new Lif(LifParameters.of(0.9, 1)));
    }

    private static Network withoutSynapses(int size) {
        return new Network(List.of(neurons(size)), List.of());
    }

    /** So many synapses among so many neurons, all on the first. */
    private static Network withSynapses(int size, int synapses) {
        int[] rowStart = new int[size + 1];
        Arrays.fill(rowStart, 1, size + 1, synapses);
        SynapseParameter one = SynapseParameter.constant(1);
        return new Network(
                List.of(neurons(size)),
                List.of(new Projection(
                        "n",
                        "n",
                        SparseSynapses.ofRows(
                                size,
                                TargetSlice.whole(size),
                                rowStart,
                                new int[synapses],
                                one,
                                one,
                                TaskRunner.SEQUENTIAL))));
    }

    @Test
    void runsSmallNetworksOnOneThread() {
        assertEquals(1, ThreadRule.threads(withoutSynapses(1), 64));
        assertEquals(1, ThreadRule.threads(withSynapses(1250, 1_000_000), 2));
    }

    /** Four million synapses for each thread, and five hundred of them for each neuron. */
    @Test
    void takesAnotherThreadForEachShareOfTheWork() {
        assertEquals(1, ThreadRule.threads(withoutSynapses(15_999), 64));
        assertEquals(2, ThreadRule.threads(withoutSynapses(16_000), 64));
        assertEquals(3, ThreadRule.threads(withoutSynapses(24_000), 64));
        assertEquals(1, ThreadRule.threads(withSynapses(2, 7_998_999), 64));
        assertEquals(2, ThreadRule.threads(withSynapses(2, 7_999_000), 64));
    }

    @Test
    void takesNoMoreThreadsThanThereAre() {
        assertEquals(2, ThreadRule.threads(withoutSynapses(10_000_000), 2));
        assertEquals(1, ThreadRule.threads(withoutSynapses(10_000_000), 1));
    }

    @Test
    void countsNoSpikeSources() {
        Population sources = new Population("s", 1_000_000, new SpikeSource(SpikeRaster.empty(1_000_000)));

        assertEquals(1, ThreadRule.threads(new Network(List.of(sources), List.of()), 64));
    }
}
