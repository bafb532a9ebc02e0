package ganglion.benchmarks;

import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Many populations of four neurons, each with projections from the one before it and from two of the twenty before that.
 * Four regular sources drive the first. What a population costs must not depend on how many there are.
 *
 * @param count number of populations besides the sources
 */
record PopulationsNetwork(int count) implements BenchmarkNetwork {

    private static final int SIZE = 4;
    private static final int REACH = 20;
    private static final int REFRACTORY_TICKS = 50;

    @Override
    public long ticks() {
        return 1000;
    }

    @Override
    public double tickSeconds() {
        return 1e-3;
    }

    @Override
    public Network network(TaskRunner runner) {
        List<Population> populations = new ArrayList<>();
        populations.add(new Population("0", SIZE, new RegularSource(NeuronValues.of(100), NeuronValues.of(0))));
        Lif lif = new Lif(LifParameters.of(0.9, 1).withRefractoryTicks(REFRACTORY_TICKS));
        List<Projection> projections = new ArrayList<>();
        for (int p = 1; p <= count; p++) {
            populations.add(new Population(Integer.toString(p), SIZE, lif));
            for (int source : sources(p)) {
                projections.add(new Projection(Integer.toString(source), Integer.toString(p), synapses(runner)));
            }
        }
        return new Network(populations, projections);
    }

    private static Set<Integer> sources(int population) {
        Set<Integer> sources = new TreeSet<>(List.of(population - 1));
        for (int i = 0; i < 2; i++) {
            int back = Netgen.GRAPH.below(2L * population + i, Math.min(REACH, population));
            sources.add(population - 1 - back);
        }
        return sources;
    }

    /** Four spikes together make a neuron fire. */
    private static Synapses synapses(TaskRunner runner) {
        return new Connection(new AllToAll(true), SynapseParameter.constant(0.25), SynapseParameter.constant(1))
                .connect(Ends.of(SIZE, SIZE), runner);
    }
}
