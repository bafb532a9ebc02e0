package ganglion.kernel.core;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Small networks whose every synapse a test can name, and the core that hosts some of their neurons. */
final class TestNetworks {

    /** A threshold that no test reaches. */
    static final double NO_THRESHOLD = 1e300;

    private TestNetworks() {}

    /** One synapse. */
    record Synapse(int source, int target, double weight, int delayTicks) {}

    static Synapse synapse(int source, int target, double weight, int delayTicks) {
        return new Synapse(source, target, weight, delayTicks);
    }

    static SparseSynapses synapses(int sourceSize, int targetSize, Synapse... list) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sourceSize, targetSize);
        for (Synapse synapse : list) {
            builder.add(synapse.source(), synapse.target(), synapse.weight(), synapse.delayTicks());
        }
        return builder.build();
    }

    /** A neuron that keeps what it is given and never fires: its potential is the sum of its input. */
    static Lif integrator() {
        return new Lif(LifParameters.of(1, NO_THRESHOLD), Integration.CLOSED_FORM);
    }

    /** A neuron that fires at each tick at which its input is at least 1, and forgets it. */
    static Lif relay() {
        return new Lif(LifParameters.of(0, 1));
    }

    /** A neuron that fires at every tick. */
    static Lif clock() {
        return new Lif(LifParameters.of(1, 1).withReset(Reset.NONE, false).withInitialPotential(NeuronValues.of(2)));
    }

    /** A spike source {@code in} with synapses onto a population {@code out}. */
    static Network feedForward(int sources, NeuronModel model, Synapses synapses) {
        return network(
                List.of(
                        new Population("in", sources, new SpikeSource(SpikeRaster.empty(sources))),
                        new Population("out", synapses.targetSize(), model)),
                new Projection("in", "out", synapses));
    }

    static Network network(List<Population> populations, Projection... projections) {
        return new Network(populations, List.of(projections));
    }

    /** The neurons of whole populations, as one core hosts them. */
    static List<HostedNeurons> whole(Network network, int... populations) {
        return IntStream.of(populations)
                .mapToObj(p -> new HostedNeurons(p, 0, network.population(p).size()))
                .toList();
    }

    static HostedGroup[] groups(Network network, List<HostedNeurons> hosted) {
        HostedGroup[] groups = new HostedGroup[hosted.size()];
        int inputs = 0;
        for (int h = 0; h < groups.length; h++) {
            groups[h] = new HostedGroup(network, hosted.get(h), inputs, false);
            inputs += groups[h].inputs;
        }
        return groups;
    }

    /** A batch of (tick, neuron) pairs, in the order given. */
    static SpikeBatch batch(long... ticksAndNeurons) {
        int size = ticksAndNeurons.length / 2;
        long[] ticks = new long[size];
        int[] neurons = new int[size];
        for (int i = 0; i < size; i++) {
            ticks[i] = ticksAndNeurons[2 * i];
            neurons[i] = (int) ticksAndNeurons[2 * i + 1];
        }
        return SpikeBatch.copyOf(ticks, neurons, size);
    }

    /** The spikes of a batch as {@code tick:neuron}. */
    static List<String> spikes(SpikeBatch batch) {
        List<String> spikes = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            spikes.add(batch.tick(i) + ":" + batch.neuron(i));
        }
        return spikes;
    }
}
