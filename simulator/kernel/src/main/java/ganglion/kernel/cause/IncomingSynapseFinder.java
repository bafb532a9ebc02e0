package ganglion.kernel.cause;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.StoredSynapses;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the synapses that end on a neuron. Rows of synapses are sorted by target when they are first asked for; a matrix needs not be, and
 * what would take too much memory is looked through row by row each time. Not thread-safe.
 */
final class IncomingSynapseFinder {

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
            for (StoredSynapses part :
                    network.projections().get(number).synapses().within(neuron, neuron + 1)) {
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
}
