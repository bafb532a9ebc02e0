package ganglion.kernel.cause;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.StoredSynapses;
import java.util.ArrayList;
import java.util.List;

/**
 * A synapse that ends on a neuron.
 *
 * @param projection position of its projection in the network
 * @param source the neuron that it comes from, by position in its population
 * @param weight in the network as it is built, before any plasticity
 * @param delayTicks its delay
 */
public record IncomingSynapse(int projection, int source, double weight, int delayTicks) {

    /** All synapses that end on a neuron, by projection, source, delay. Looks into each row of the projections to its population. */
    public static List<IncomingSynapse> of(Network network, int population, int neuron) {
        List<IncomingSynapse> found = new ArrayList<>();
        for (int number : network.projectionsTo(population)) {
            Projection projection = network.projections().get(number);
            for (StoredSynapses part : projection.synapses().within(neuron, neuron + 1)) {
                for (int source = 0; source < part.sourceSize(); source++) {
                    addRow(part, number, source, neuron, found);
                }
            }
        }
        return found;
    }

    private static void addRow(
            StoredSynapses rows, int projection, int source, int target, List<IncomingSynapse> found) {
        rows.forEachPiece(source, target, target + 1, (delay, position, count) -> {
            for (int i = 0; i < count; i++) {
                found.add(new IncomingSynapse(projection, source, rows.weightAt(position + i), delay));
            }
        });
    }
}
