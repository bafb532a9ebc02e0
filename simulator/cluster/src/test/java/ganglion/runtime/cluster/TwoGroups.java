package ganglion.runtime.cluster;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two groups of populations, joined in themselves by delays of 1 tick, and to each other by {@value #FAR_TICKS}. */
final class TwoGroups {

    static final int FAR_TICKS = 100;

    /** Populations by number: those of a group are not side by side. */
    static final List<String> NAMES = List.of("source-a", "source-b", "a0", "b0", "a1", "b1");

    private static final int SIZE = 40;

    private TwoGroups() {}

    static Network create(int ticks) {
        Random random = new Random(5);
        List<Population> populations = new ArrayList<>();
        for (String name : NAMES) {
            populations.add(new Population(
                    name,
                    SIZE,
                    name.startsWith("source")
                            ? new SpikeSource(noise(random, ticks))
                            : new Lif(LifParameters.of(0.9, 1))));
        }
        List<Projection> projections = new ArrayList<>();
        for (String group : List.of("a", "b")) {
            String other = group.equals("a") ? "b" : "a";
            projections.add(new Projection("source-" + group, group + "0", random(random, 10, 0.4, 1)));
            projections.add(new Projection(group + "0", group + "1", random(random, 10, 0.4, 1)));
            projections.add(new Projection(group + "1", group + "0", random(random, 10, -0.1, 1)));
            projections.add(new Projection(group + "1", other + "0", random(random, 5, 0.3, FAR_TICKS)));
        }
        return new Network(populations, projections);
    }

    private static SpikeRaster noise(Random random, int ticks) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(SIZE);
        for (int tick = 0; tick < ticks; tick++) {
            for (int neuron = 0; neuron < SIZE; neuron++) {
                if (random.nextInt(30) == 0) {
                    spikes.add(tick, neuron);
                }
            }
        }
        return spikes.build();
    }

    private static Synapses random(Random random, int outDegree, double weight, int delayTicks) {
        SparseSynapses.Builder synapses = SparseSynapses.builder(SIZE, SIZE);
        for (int source = 0; source < SIZE; source++) {
            for (int i = 0; i < outDegree; i++) {
                synapses.add(source, random.nextInt(SIZE), weight * random.nextDouble(), delayTicks);
            }
        }
        return synapses.build();
    }
}
