package ganglion.hardware.placement;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.StoredSynapses;
import java.util.List;

/** The targets of a projection, source after source, as lists. For one thread. */
public final class TargetLists {

    private final List<StoredSynapses> parts;
    private final int size;
    private final int firstTarget;
    private int[] targets = new int[64];

    /** Takes some targets of a source. */
    @FunctionalInterface
    public interface Visit {

        /** @param targets network-wide numbers in the first {@code count} elements, valid until the call ends */
        void accept(int delayTicks, int[] targets, int count);
    }

    /** The targets of a projection of a network. */
    public TargetLists(Network network, Projection projection) {
        this.size = projection.synapses().targetSize();
        this.parts = projection.synapses().within(0, size);
        this.firstTarget = network.firstNeuron(network.index(projection.target()));
    }

    /** Visits all synapses of a source, those of one delay at a time. */
    public void visit(int source, Visit visit) {
        for (StoredSynapses part : parts) {
            part.forEachPiece(source, 0, size, (delayTicks, position, count) -> {
                if (count > targets.length) {
                    targets = new int[2 * count];
                }
                part.listTargets(position, count, firstTarget, targets, 0);
                visit.accept(delayTicks, targets, count);
            });
        }
    }
}
