package ganglion.kernel.schedule;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * Which core hosts which neurons. Results do not depend on it, to the last bit; speed does. Few large cores have less
 * to pass on, many small cores can run at the same time; one neuron per core is the literal reading of "a neuron is an
 * actor", kept as a check on the engine.
 *
 * @param cores the neurons of each core, in ascending order of population and position
 */
public record Partition(List<List<HostedNeurons>> cores) {

    /** Takes copies, so that nothing changes afterwards. */
    public Partition {
        cores = cores.stream().map(List::copyOf).toList();
    }

    /** The whole network on one core. */
    public static Partition whole(Network network) {
        return spread(network, 1);
    }

    /**
     * Cores of at most a given number of neurons, each of one population.
     *
     * @param neuronsPerCore at least 1
     * @throws IllegalArgumentException if a core would host no neuron
     */
    public static Partition ofCoreSize(Network network, int neuronsPerCore) {
        if (neuronsPerCore < 1) {
            throw new IllegalArgumentException("a core hosts at least one neuron, not " + neuronsPerCore);
        }
        List<List<HostedNeurons>> cores = new ArrayList<>();
        for (int p = 0; p < network.populations().size(); p++) {
            int size = network.populations().get(p).size();
            for (int first = 0; first < size; first += Math.min(neuronsPerCore, size - first)) {
                cores.add(List.of(new HostedNeurons(p, first, Math.min(neuronsPerCore, size - first))));
            }
        }
        return new Partition(cores);
    }

    /**
     * A given number of cores for each set of populations that reach each other in a cycle, each core with an equal
     * share of every population in the set. Populations that only feed forward are kept apart, so that they can run far
     * ahead.
     *
     * @param shares cores per set, at least 1; small populations are divided into fewer
     * @throws IllegalArgumentException if there would be no core
     */
    public static Partition spread(Network network, int shares) {
        if (shares < 1) {
            throw new IllegalArgumentException("a network is spread over at least one core, not " + shares);
        }
        List<List<HostedNeurons>> cores = new ArrayList<>();
        for (List<Integer> cycle : Cycles.ofPopulations(network)) {
            for (int share = 0; share < shares; share++) {
                List<HostedNeurons> hosted = new ArrayList<>();
                for (int population : cycle) {
                    long size = network.populations().get(population).size();
                    int first = (int) (size * share / shares);
                    int until = (int) (size * (share + 1) / shares);
                    if (until > first) {
                        hosted.add(new HostedNeurons(population, first, until - first));
                    }
                }
                if (!hosted.isEmpty()) {
                    cores.add(hosted);
                }
            }
        }
        return new Partition(cores);
    }
}
