package ganglion.kernel.schedule;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What reaches a core from others.
 *
 * @param sources the other cores whose spikes reach it, ascending
 * @param lookaheads for each of these how many ticks after it was fired a spike of it is taken up at the earliest: the smallest
 *     delay between the two cores, or that of all rows that are added up in one ring. At least 1
 */
public record CoreInputs(int[] sources, int[] lookaheads) {

    /**
     * The inputs of some cores, from what each says of its rows of synapses.
     *
     * @param partition of the whole network
     * @param cores any cores of it
     */
    public static List<CoreInputs> of(Network network, Partition partition, List<NeuroCore> cores) {
        int[] coreOf = coreOfNeuron(network, partition);
        int[] shortest = new int[partition.cores().size()];
        Arrays.fill(shortest, Integer.MAX_VALUE);
        int[] found = new int[shortest.length];
        List<CoreInputs> inputs = new ArrayList<>();
        for (NeuroCore core : cores) {
            int count = 0;
            for (int i = 0; i < core.sourceCount(); i++) {
                int from = coreOf[core.source(i)];
                if (from != core.id()) {
                    if (shortest[from] == Integer.MAX_VALUE) {
                        found[count++] = from;
                    }
                    shortest[from] = Math.min(shortest[from], core.leadTicks(i));
                }
            }
            Arrays.sort(found, 0, count);
            int[] sources = Arrays.copyOf(found, count);
            int[] lookaheads =
                    Arrays.stream(sources).map(source -> shortest[source]).toArray();
            inputs.add(new CoreInputs(sources, lookaheads));
            for (int source : sources) {
                shortest[source] = Integer.MAX_VALUE;
            }
        }
        return inputs;
    }

    /** For each neuron of the network the core that hosts it. */
    private static int[] coreOfNeuron(Network network, Partition partition) {
        int[] coreOf = new int[network.neuronCount()];
        Arrays.fill(coreOf, -1);
        for (int core = 0; core < partition.cores().size(); core++) {
            for (HostedNeurons run : partition.cores().get(core)) {
                int first = network.firstNeuron(run.population()) + run.first();
                Arrays.fill(coreOf, first, first + run.size(), core);
            }
        }
        return coreOf;
    }
}
