package ganglion.report.chart;

import java.util.List;

/**
 * What a {@link FrontChart} draws.
 *
 * @param dots what was tried
 * @param points what was looked at closely
 * @param steps lines along the best points
 * @param bounds limits and levels to compare with
 */
public record FrontMarks(List<Dot> dots, List<Point> points, List<Step> steps, List<Bound> bounds) {

    /** What a dot is. */
    static final String TRIED = "trial, in validation";

    /** Takes copies of the lists. */
    public FrontMarks {
        dots = List.copyOf(dots);
        points = List.copyOf(points);
        steps = List.copyOf(steps);
        bounds = List.copyOf(bounds);
    }

    /** Whether there is a dot or a point. */
    public boolean isEmpty() {
        return dots.isEmpty() && points.isEmpty();
    }

    /**
     * Something that was tried.
     *
     * @param x what it takes, positive
     * @param y how good it is
     * @param series number of its series
     * @param size class of its size
     * @param strength opacity, 0 to 1
     * @param hint what is shown under the pointer, in lines
     */
    public record Dot(double x, double y, int series, int size, double strength, String hint) {}

    /** The shape of a point, which says what it is. */
    public enum Shape {
        /** A disc. */
        BEST("point of the front"),
        /** A square. */
        OTHER("no better than another point"),
        /** A diamond. */
        BY_HAND("network made by hand");

        private final String meaning;

        Shape(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }

    /**
     * Ends of an interval.
     *
     * @param low lower end
     * @param high upper end
     */
    public record Span(double low, double high) {}

    /**
     * Something that was looked at closely.
     *
     * @param x what it takes, positive
     * @param y how good it is
     * @param across interval of what it takes; from {@code x} to {@code x} if it is unknown
     * @param up interval of how good it is
     * @param series number of its series
     * @param size class of its size
     * @param shape what it is
     * @param address where it leads
     * @param hint what is shown under the pointer, in lines
     */
    public record Point(
            double x, double y, Span across, Span up, int series, int size, Shape shape, String address, String hint) {}

    /**
     * A line along the best points: how good one can be for what it takes.
     *
     * @param corners place and height of each step from left to right; not copied
     * @param until where the last step ends
     * @param series number of its series
     */
    public record Step(List<double[]> corners, double until, int series) {}

    /**
     * A line right across.
     *
     * @param upright whether it stands at a place of the horizontal axis, and not at a height
     * @param at where
     * @param name stands beside it
     * @param limit whether it is a limit, and not something to compare with
     */
    public record Bound(boolean upright, double at, String name, boolean limit) {}
}
