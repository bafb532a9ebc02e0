package ganglion.kernel.connectivity;

import ganglion.kernel.random.CounterRandom;
import java.util.Objects;

/**
 * Joins each pair of a source and a target neuron with a probability that falls with their distance, independently of
 * all others. Sources are taken block by block: within a block, candidates are drawn with the probability at the
 * block's nearest point and kept with the ratio of their own probability to it, so that a far block costs one random
 * number.
 *
 * @param distance between the neurons
 * @param profile the probability at a distance
 * @param autapses whether, in a recurrent projection, a neuron may be joined to itself
 * @param random draws the pairs; a separate stream for each target neuron
 */
public record DistanceDependent(GridDistance distance, DistanceProfile profile, boolean autapses, CounterRandom random)
        implements Connector {

    /** Sources in a block: short enough for its nearest point to bound all of them well. */
    private static final int BLOCK_COLUMNS = 32;

    public DistanceDependent {
        Objects.requireNonNull(distance, "distance");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(random, "random");
    }

    @Override
    public Lists lists() {
        return Lists.SOURCES;
    }

    @Override
    public void check(Ends ends) {
        checkSize("source", distance.sources(), ends.sourceSize());
        checkSize("target", distance.targets(), ends.targetSize());
    }

    private static void checkSize(String end, Grid grid, int size) {
        if (grid.size() != size) {
            throw new IllegalArgumentException("the " + end + " grid has " + grid.columns() + " x " + grid.rows()
                    + " neurons, but the population has " + size);
        }
    }

    @Override
    public void list(Ends ends, int target, Partners partners) {
        Grid sources = distance.sources();
        double x = distance.targets().x(target % distance.targets().columns());
        double y = distance.targets().y(target / distance.targets().columns());
        // One stream per target neuron: its pairs do not depend on how many numbers other neurons have used.
        GeometricSkips skips = new GeometricSkips(random.branch(target));
        for (int row = 0; row < sources.rows(); row++) {
            double dy = distance.along(sources.y(row) - y, sources.height());
            for (int column = 0; column < sources.columns(); column += BLOCK_COLUMNS) {
                int endColumn = Math.min(sources.columns(), column + BLOCK_COLUMNS);
                double dx = nearest(x, sources.x(column), sources.x(endColumn - 1));
                double bound = profile.at(Math.sqrt(dx * dx + dy * dy));
                int first = row * sources.columns() + column;
                listBlock(ends, target, first, first + endColumn - column, bound, skips, partners);
            }
        }
    }

    /** Distance along the row from a point to the nearest point of a stretch. */
    private double nearest(double x, double from, double to) {
        if (x >= from && x <= to) {
            return 0;
        }
        double width = distance.sources().width();
        return Math.min(distance.along(x - from, width), distance.along(x - to, width));
    }

    /** Draws candidates by skips, then thins them out to their own probability (rejection sampling). */
    private void listBlock(
            Ends ends, int target, int first, int end, double bound, GeometricSkips skips, Partners partners) {
        for (int source = skips.nextSuccess(bound, first, end);
                source < end;
                source = skips.nextSuccess(bound, source + 1, end)) {
            boolean kept = skips.succeeds(profile.at(distance.between(source, target)) / bound);
            if (kept && (autapses || !ends.recurrent() || source != target)) {
                partners.add(source);
            }
        }
    }
}
