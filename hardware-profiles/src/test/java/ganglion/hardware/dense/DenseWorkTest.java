package ganglion.hardware.dense;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.metrics.HandNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseWorkTest {

    @Test
    void countsSparseProjectionsAsFullMatricesAndOneMoreForEachNeuron() {
        Network network = new Network(
                List.of(
                        new Population("in", 5, new SpikeSource(SpikeRaster.empty(5))),
                        new Population("hidden", 7, new LeakyIntegrator(0.9)),
                        new Population("out", 2, new LeakyIntegrator(0.9))),
                List.of(
                        new Projection("in", "hidden", new DenseSynapses(5, 7, new double[35], 1)),
                        new Projection(
                                "hidden",
                                "out",
                                SparseSynapses.builder(7, 2).add(3, 1, 0.5, 1).build())));

        assertEquals(
                new DenseWork(5 * 7 + 7 * 2 + 7 + 2, 5 * 7 + 7 * 2, 5 + 7 + 9, 9 + 9),
                DenseWork.ofTick(network, List.of()));
        assertEquals(new DenseWork(5 * 7 + 7 * 2, 5 * 7 + 7 * 2, 5 + 7, 9), DenseWork.ofLayers(network, List.of()));
    }

    @Test
    void anInputOfNumbersIsALayer() {
        Network network = HandNetwork.network();

        assertEquals(
                new DenseWork(9 + 12 + 4, 9 + 12, 2 + 3 + 4 + 4, 4 + 4),
                DenseWork.ofTick(network, HandNetwork.numbers()));
        assertEquals(new DenseWork(9 + 12, 9 + 12, 2 + 3 + 4, 4), DenseWork.ofLayers(network, HandNetwork.numbers()));
    }
}
