package ganglion.kernel.cause;

import ganglion.kernel.network.StoredSynapses;
import ganglion.kernel.network.TargetSlice;
import java.util.function.IntConsumer;

/** The positions of synapses, which are stored by source, by target. Takes 8 bytes per synapse. Immutable. */
final class SynapsesByTarget {

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
