package ganglion.kernel.schedule;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * Which core hosts which neurons. Results do not depend on it, to the last bit; speed does. Few large cores have less
 * to pass on, many small cores can run at the same time. Within a core, each run of
 * neurons is divided into actors, which have a state of their own and all else in common.
 *
 * @param cores the neurons of each core, in ascending order of population and position
 */
public record Partition(List<List<HostedNeurons>> cores) {

    /** Up to this number of sets of populations, each set has cores of its own. */
    private static final int MOST_APART = 64;

    /**
     * Neurons and synapses from which a set has cores of its own in any network: a spike to each of them takes about as
     * long as the hand-over of some ten windows.
     */
    private static final int FEWEST_TO_SPREAD = 100_000;

    /** Takes copies, so that nothing changes afterwards. */
    public Partition {
        cores = cores.stream().map(List::copyOf).toList();
    }

    /** The whole network on one core. */
    public static Partition whole(Network network) {
        return spread(network, 1);
    }

    /**
     * Cores of one actor each, of at most a given number of neurons of one population. Each has rows, queue and time of its own,
     * which costs much where they are many; kept as a check on the engine.
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
            int size = network.population(p).size();
            for (int first = 0; first < size; first += Math.min(neuronsPerCore, size - first)) {
                cores.add(List.of(new HostedNeurons(p, first, Math.min(neuronsPerCore, size - first))));
            }
        }
        return new Partition(cores);
    }

    /**
     * As {@link #spread} with actors of at most a given number of neurons, each of one population. The actors of a core have
     * its rows of synapses, its queue and its time in common.
     *
     * @param neuronsPerActor at least 1; {@link Integer#MAX_VALUE} to have one actor for each population of a core
     * @param shares cores per set of populations, at least 1
     * @throws IllegalArgumentException if an actor would have no neuron, or there would be no core
     */
    public static Partition ofActors(Network network, int neuronsPerActor, int shares) {
        return spread(network, new Shares(shares, neuronsPerActor));
    }

    /**
     * The share of its population in which a run of neurons is that {@link #ofActors} made of the same numbers.
     */
    public static int shareOf(HostedNeurons run, Network network, int neuronsPerActor, int shares) {
        int size = network.population(run.population()).size();
        return new Shares(shares, neuronsPerActor).of(run.first(), run.population(), size);
    }

    /**
     * A given number of cores for each set of populations that reach each other in a cycle, each core with an equal
     * share of every population in the set. Populations that only feed forward are kept apart, so that they can run far
     * ahead.
     *
     * <p>A core costs some kilobytes and a window of its own. Where there are more than {@value #MOST_APART} sets, those
     * of less than {@value #FEWEST_TO_SPREAD} neurons and synapses are therefore gathered on one core with others next
     * to them in topological order, until they are as large together. Spikes still only travel forwards between cores.
     *
     * @param shares cores per set, at least 1; small populations are divided into fewer
     * @throws IllegalArgumentException if there would be no core
     */
    public static Partition spread(Network network, int shares) {
        return spread(network, new Shares(shares, Shares.UNDIVIDED));
    }

    private static Partition spread(Network network, Shares shares) {
        List<List<HostedNeurons>> cores = new ArrayList<>();
        List<List<Integer>> cycles = Cycles.ofPopulations(network);
        List<Integer> gathered = new ArrayList<>();
        long work = 0;
        for (List<Integer> cycle : cycles) {
            long added = work(network, cycle);
            boolean apart = cycles.size() <= MOST_APART || added >= FEWEST_TO_SPREAD;
            if (apart || work + added > FEWEST_TO_SPREAD) {
                add(network, gathered, shares.together(), cores);
                gathered.clear();
                work = 0;
            }
            if (apart) {
                add(network, cycle, shares, cores);
            } else {
                gathered.addAll(cycle);
                work += added;
            }
        }
        add(network, gathered, shares.together(), cores);
        return new Partition(cores);
    }

    /** Neurons of some populations and synapses that end on them. */
    private static long work(Network network, List<Integer> populations) {
        return populations.stream()
                .mapToLong(population -> network.population(population).size() + network.synapsesTo(population))
                .sum();
    }

    /** Adds cores that have equal shares of some populations; none without neurons. */
    private static void add(
            Network network, List<Integer> populations, Shares shares, List<List<HostedNeurons>> cores) {
        List<Integer> ascending = populations.stream().sorted().toList();
        for (int share = 0; share < shares.count(); share++) {
            List<HostedNeurons> hosted = new ArrayList<>();
            for (int population : ascending) {
                int size = network.population(population).size();
                int first = shares.first(share, population, size);
                int run = shares.first(share + 1, population, size) - first;
                if (run > 0) {
                    hosted.add(new HostedNeurons(population, first, run, Math.min(run, shares.neuronsPerActor())));
                }
            }
            if (!hosted.isEmpty()) {
                cores.add(hosted);
            }
        }
    }

    /**
     * How each population of a set is divided among the cores of the set: into shares of successive neurons, all equal or larger by one
     * actor. Where actors have several neurons, the larger shares of a population are the last ones, and of every other population the
     * first ones, so that no core gets what is left over of all.
     *
     * @param count number of shares, at least 1
     * @param neuronsPerActor neurons that are not divided, at least 1; {@link #UNDIVIDED} if neurons may be divided in any way and the
     *     share of a core is one actor
     */
    record Shares(int count, int neuronsPerActor) {

        static final int UNDIVIDED = Integer.MAX_VALUE;

        /** @throws IllegalArgumentException if there would be no core, or an actor without neurons */
        Shares {
            if (count < 1) {
                throw new IllegalArgumentException("a network is spread over at least one core, not " + count);
            }
            if (neuronsPerActor < 1) {
                throw new IllegalArgumentException("an actor has at least one neuron, not " + neuronsPerActor);
            }
        }

        /** All in one share. */
        Shares together() {
            return new Shares(1, neuronsPerActor);
        }

        /** Position of the first neuron of a share of a population; that after its last neuron for the share after the last. */
        int first(int share, int population, int size) {
            return (int) Math.min(size, (pieces(size) * share + rounding(population)) / count * piece());
        }

        /** The share in which a neuron of a population is that is the first of its actor. */
        int of(int neuron, int population, int size) {
            return (int) (((neuron / piece() + 1L) * count - 1 - rounding(population)) / pieces(size));
        }

        private int piece() {
            return neuronsPerActor == UNDIVIDED ? 1 : neuronsPerActor;
        }

        private long pieces(int size) {
            return (size - 1L) / piece() + 1;
        }

        private int rounding(int population) {
            return piece() > 1 && population % 2 == 1 ? count - 1 : 0;
        }
    }
}
