package ganglion.hardware.metrics;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;

/** Small enough to count on paper: two inputs, three hidden neurons with a zero among their weights, one output. */
public final class HandNetwork {

    private HandNetwork() {}

    public static Network network() {
        SparseSynapses.Builder out = SparseSynapses.builder(3, 1);
        // Neuron 0 twice, which sums to nothing; neuron 1 not at all; neuron 2 once.
        out.add(0, 0, 0.5, 1).add(0, 0, -0.5, 2).add(2, 0, 1, 1);
        Lif each = new Lif(LifParameters.of(NeuronValues.of(0.9), NeuronValues.each(1, 2, 3)));
        return new Network(
                List.of(
                        new Population("in", 2, new SpikeSource(SpikeRaster.empty(2))),
                        new Population("hidden", 3, each),
                        new Population("out", 1, new Lif(LifParameters.of(0.9, 1)))),
                List.of(
                        new Projection("in", "hidden", new DenseSynapses(2, 3, new double[] {1, 0, 2, 3, 4, 5}, 1)),
                        new Projection("hidden", "out", out.build())));
    }

    /** Four numbers into the hidden neurons in two frames: 10 of 12 weights are not zero, 13 of them meet a number. */
    public static List<NumberInput> numbers() {
        return List.of(new NumberInput("ear", "hidden", 4, 3, 10, 2, new long[] {7, 6}));
    }

    public static List<SpikeRaster> spikes() {
        return List.of(
                SpikeRaster.builder(2).add(0, 0).add(1, 1).add(3, 0).build(),
                SpikeRaster.builder(3).add(1, 2).add(2, 0).add(7, 1).build(),
                SpikeRaster.builder(1).add(2, 0).build());
    }
}
