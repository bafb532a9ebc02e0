package ganglion.kernel.cause;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.TargetSlice;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds the synapses that end on a neuron. Rows of synapses are sorted by target when they are first asked for; a matrix needs not be, and
 * what would take too much memory is looked through row by row each time. Not thread-safe.
 */
final class IncomingSynapseFinder {

    /**
     * A synapse that ends on a neuron.
     *
     * @param projection position of its projection in the network
     * @param source the neuron that it comes from, by position in its population
     * @param weight in the network as it is built, before any plasticity
     * @param delayTicks its delay
     */
    record IncomingSynapse(int projection, int source, double weight, int delayTicks) {}

    /** Number of synapses of a projection up to which they are sorted by target, which takes 8 bytes for each: half a gigabyte here. */
    private static final int SORTED_UP_TO = 1 << 26;

    private final Network network;
    private final Map<StoredSynapses, SynapsesByTarget> sorted = new IdentityHashMap<>();

    IncomingSynapseFinder(Network network) {
        this.network = network;
    }

    /** All synapses that end on a neuron, by projection, source, delay. */
    List<IncomingSynapse> of(int population, int neuron) {
        List<IncomingSynapse> found = new ArrayList<>();
        for (int number : network.projectionsTo(population)) {
            for (StoredSynapses part : network.projection(number).synapses().within(neuron, neuron + 1)) {
                if (part instanceof DenseSynapses || part.count() > SORTED_UP_TO) {
                    lookThrough(part, number, neuron, found);
                } else {
                    lookUp(part, number, neuron, found);
                }
            }
        }
        return found;
    }

    private void lookUp(StoredSynapses part, int projection, int target, List<IncomingSynapse> found) {
        SynapsesByTarget byTarget = sorted.computeIfAbsent(part, SynapsesByTarget::new);
        byTarget.forEach(target, place -> {
            int source = byTarget.source(place);
            int position = byTarget.position(place);
            int delay = part.delayTicks(source, position - part.firstPosition(source));
            found.add(new IncomingSynapse(projection, source, part.weightAt(position), delay));
        });
    }

    private static void lookThrough(StoredSynapses part, int projection, int target, List<IncomingSynapse> found) {
        for (int number = 0; number < part.sourceSize(); number++) {
            int source = number;
            part.forEachPiece(source, target, target + 1, (delay, position, count) -> {
                for (int i = 0; i < count; i++) {
                    found.add(new IncomingSynapse(projection, source, part.weightAt(position + i), delay));
                }
            });
        }
    }

    /** The positions of synapses, which are stored by source, by target. Takes 8 bytes per synapse. Immutable. */
    private static final class SynapsesByTarget {

        private final int firstTarget;

        /** Where the synapses of each target begin in the two arrays below. */
        private final int[] start;

        private final int[] sources;
        private final int[] positions;

        /** Sorts synapses in time proportional to their number. */
        SynapsesByTarget(StoredSynapses synapses) {
            TargetSlice slice = synapses.slice();
            firstTarget = slice.first();
            start = new int[slice.size() + 1];
            sources = new int[(int) synapses.count()];
            positions = new int[(int) synapses.count()];
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    start[synapses.target(source, i) - firstTarget + 1]++;
                }
            }
            for (int target = 0; target < slice.size(); target++) {
                start[target + 1] += start[target];
            }
            int[] next = start.clone();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                int first = synapses.firstPosition(source);
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    int place = next[synapses.target(source, i) - firstTarget]++;
                    sources[place] = source;
                    positions[place] = first + i;
                }
            }
        }

        /** Names the places of a target's synapses, in order of source and position. */
        void forEach(int target, IntConsumer consumer) {
            for (int place = start[target - firstTarget]; place < start[target - firstTarget + 1]; place++) {
                consumer.accept(place);
            }
        }

        /** Source of the synapse at a place. */
        int source(int place) {
            return sources[place];
        }

        /** Position of the synapse at a place. */
        int position(int place) {
            return positions[place];
        }
    }
}
