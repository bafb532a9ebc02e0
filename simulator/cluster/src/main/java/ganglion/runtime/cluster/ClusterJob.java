package ganglion.runtime.cluster;

import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.NodePlacement;
import ganglion.kernel.schedule.ProjectionOutline;
import java.util.List;

/**
 * A network to run on several nodes.
 *
 * @param description what every node's {@link NetworkSource} makes its share of
 * @param view all populations and projections, with no synapses but those of plastic projections, which the leader needs whole: it
 *     writes their weights
 * @param ticks length of the run
 * @param outlines what is known of all projections before they are built, by which populations are {@linkplain NodePlacement placed}; empty
 *     to give every node an equal share of each population
 */
public record ClusterJob(byte[] description, Network view, long ticks, List<ProjectionOutline> outlines) {

    public ClusterJob {
        outlines = List.copyOf(outlines);
    }

    /** A job of which every node has an equal share of each population. */
    public ClusterJob(byte[] description, Network view, long ticks) {
        this(description, view, ticks, List.of());
    }
}
