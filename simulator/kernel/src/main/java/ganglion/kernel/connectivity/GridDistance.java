package ganglion.kernel.connectivity;

import ganglion.kernel.network.SynapseParameter;

/**
 * Euclidean distance between neurons on two grids that lie over each other.
 *
 * @param sources where the source neurons lie
 * @param targets where the target neurons lie
 * @param periodic whether opposite edges are joined, as on a ring or a torus
 */
public record GridDistance(Grid sources, Grid targets, boolean periodic) {

    /** @throws IllegalArgumentException if the grids do not cover the same rectangle */
    public GridDistance {
        if (sources.width() != targets.width() || sources.height() != targets.height()) {
            throw new IllegalArgumentException("expected grids of one width and height, found " + sources.width()
                    + " x " + sources.height() + " and " + targets.width() + " x " + targets.height());
        }
    }

    /** Distance of two neurons, by their positions in their populations. */
    public double between(int source, int target) {
        double dx =
                along(sources.x(source % sources.columns()) - targets.x(target % targets.columns()), sources.width());
        double dy =
                along(sources.y(source / sources.columns()) - targets.y(target / targets.columns()), sources.height());
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** A weight or delay that grows or falls in proportion to distance, such as a delay of conduction. */
    public SynapseParameter linear(double atZero, double perUnitOfLength) {
        return (source, target, twin) -> atZero + perUnitOfLength * between(source, target);
    }

    /** Distance along one axis: round the edge if that is shorter and edges are joined. */
    double along(double difference, double extent) {
        double distance = Math.abs(difference);
        return periodic ? Math.min(distance, extent - distance) : distance;
    }
}
