package ganglion.report.chart;

import ganglion.report.chart.FrontMarks.Bound;
import ganglion.report.chart.FrontMarks.Dot;
import ganglion.report.chart.FrontMarks.Point;
import ganglion.report.chart.FrontMarks.Step;
import ganglion.report.page.Html;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What is good against what it takes: a faint dot for everything that was tried, strong points with bars over their intervals, and a line of
 * steps along the best of them. Each dot has the class of its series and of its size, so that a page can colour it by either.
 *
 * @param title what is drawn
 * @param across axis of what it takes, logarithmic
 * @param up axis of what is good
 * @param series names of the series, in the order of their colours
 * @param sizes names of the classes of sizes, from small to large; not shown unless a page colours by size
 * @param marks what is drawn
 */
public record FrontChart(
        String title, Axis across, Axis up, List<String> series, List<String> sizes, FrontMarks marks) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 62;
    private static final int RIGHT = WIDTH - 22;
    private static final int TOP = 66;
    private static final int BOTTOM = HEIGHT - 50;
    private static final int DOT = 3;
    private static final int POINT = 7;
    private static final int LETTER_WIDTH = 7;
    private static final int GAP = 26;

    /** By how much the axis goes on beyond the outermost values, as a factor. */
    private static final double ROOM = 1.25;

    /** Takes copies of the lists. */
    public FrontChart {
        series = List.copyOf(series);
        sizes = List.copyOf(sizes);
    }

    /**
     * The chart as a figure of a page.
     *
     * @param name what the page calls it, where it shows one of several; plain text
     */
    public String figure(String name) {
        Scale x = across.scale(xs().min().orElse(1) / ROOM, xs().max().orElse(1) * ROOM, LEFT, RIGHT);
        Scale y = upwards();
        Svg svg = Svg.chart(WIDTH, HEIGHT, title);
        svg.addTitle(0, 14, title);
        addKeys(svg);
        addGrid(svg, x, y);
        marks.bounds().forEach(bound -> addBound(svg, bound, x, y));
        marks.dots().forEach(dot -> addDot(svg, dot, x, y));
        marks.steps().forEach(step -> addStep(svg, step, x, y));
        marks.points().forEach(point -> addBars(svg, point, x, y));
        marks.points().forEach(point -> addPoint(svg, point, x, y));
        return "<figure class=\"front\" data-name=\"" + Html.escaped(name) + "\">" + svg.markup() + "</figure>\n";
    }

    private Scale upwards() {
        double low = ys().min().orElse(0);
        double high = ys().max().orElse(1);
        double step =
                Axis.isLevel(low, high) ? Math.max(high, 1) : RoundNumber.atMost((high - low) / Scale.FEWEST_STEPS);
        double from = Math.floor(low / step) * step;
        return Scale.linear(from, Math.max(from + step, Math.ceil(high / step) * step), BOTTOM, TOP);
    }

    private DoubleStream xs() {
        return DoubleStream.concat(
                Stream.concat(
                                marks.bounds().stream().filter(Bound::upright).map(Bound::at),
                                marks.dots().stream().map(Dot::x))
                        .mapToDouble(Double::doubleValue),
                marks.points().stream()
                        .flatMapToDouble(point -> DoubleStream.of(
                                point.x(), point.across().low(), point.across().high())));
    }

    private DoubleStream ys() {
        return DoubleStream.concat(
                Stream.concat(
                                marks.bounds().stream()
                                        .filter(bound -> !bound.upright())
                                        .map(Bound::at),
                                marks.dots().stream().map(Dot::y))
                        .mapToDouble(Double::doubleValue),
                marks.points().stream()
                        .flatMapToDouble(point -> DoubleStream.of(
                                point.y(), point.up().low(), point.up().high())));
    }

    /** One line of what the shapes are, and one of what the colours are, by series or by size. */
    private void addKeys(Svg svg) {
        double left = LEFT;
        for (FrontMarks.Shape shape : FrontMarks.Shape.values()) {
            if (marks.points().stream().anyMatch(point -> point.shape() == shape)) {
                svg.add("path class='shape' d='%s'", outline(shape, left, 34, POINT - 1));
                svg.addText(left + 12, 38, "start", shape.meaning());
                left += LETTER_WIDTH * shape.meaning().length() + GAP;
            }
        }
        if (!marks.dots().isEmpty()) {
            svg.add("circle class='shape' cx='%s' cy='34' r='%s' fill-opacity='0.5'", left, DOT);
            svg.addText(left + 10, 38, "start", FrontMarks.TRIED);
        }
        svg.open("g class='series-key'");
        addColours(svg, series, "s");
        svg.close("g");
        svg.open("g class='size-key' display='none'");
        addColours(svg, sizes, "z");
        svg.close("g");
    }

    private static void addColours(Svg svg, List<String> names, String kind) {
        double left = LEFT;
        for (int i = 0; i < names.size(); i++) {
            svg.addDot(left, 52, DOT + 1, Palette.colour(i), " class='dot " + kind + i % Palette.SIZE + "'", "");
            svg.addText(left + 10, 56, "start", names.get(i));
            left += LETTER_WIDTH * names.get(i).length() + GAP;
        }
    }

    private void addGrid(Svg svg, Scale x, Scale y) {
        double[] heights = y.marks();
        List<String> labels = up.texts(heights);
        for (int i = 0; i < heights.length; i++) {
            double at = y.at(heights[i]);
            svg.add("line class='grid' x1='%s' y1='%s' x2='%s' y2='%s' stroke='#dddddd'", LEFT, at, RIGHT, at);
            svg.addText(LEFT - 8, at + 4, "end", labels.get(i));
        }
        double[] places = x.marks();
        List<String> texts = across.texts(places);
        double free = LEFT - 1.0;
        for (int i = 0; i < places.length; i++) {
            double at = x.at(places[i]);
            double half = LETTER_WIDTH * texts.get(i).length() / 2.0;
            svg.add("line class='grid' x1='%s' y1='%s' x2='%s' y2='%s' stroke='#dddddd'", at, TOP, at, BOTTOM);
            if (at - half > free && at + half < WIDTH) {
                svg.addText(at, BOTTOM + 18, "middle", texts.get(i));
                free = at + half + LETTER_WIDTH;
            }
        }
        svg.addAxes(LEFT, TOP, RIGHT, BOTTOM);
        svg.addText((LEFT + RIGHT) / 2.0, HEIGHT - 10, "middle", across.name());
    }

    private static void addBound(Svg svg, Bound bound, Scale x, Scale y) {
        String look = bound.limit() ? "bounds" : "naive";
        String line = "line class='" + look
                + "' x1='%s' y1='%s' x2='%s' y2='%s' stroke='#777777' stroke-width='1.5' stroke-dasharray='6 4'";
        String label = " class='" + look + "'";
        if (bound.upright()) {
            double at = x.at(bound.at());
            boolean right = at + LETTER_WIDTH * bound.name().length() < RIGHT;
            svg.add(line, at, TOP, at, BOTTOM);
            svg.addText(at + (right ? 5 : -5), BOTTOM - 8, right ? "start" : "end", bound.name(), label);
        } else {
            double at = y.at(bound.at());
            svg.add(line, LEFT, at, RIGHT, at);
            svg.addText(bound.limit() ? LEFT + 5 : RIGHT, at - 5, bound.limit() ? "start" : "end", bound.name(), label);
        }
    }

    private static void addDot(Svg svg, Dot dot, Scale x, Scale y) {
        svg.addDot(
                x.at(dot.x()),
                y.at(dot.y()),
                DOT,
                Palette.colour(dot.series()),
                " class='dot hinted " + classes(dot.series(), dot.size()) + "' fill-opacity='"
                        + Svg.share(dot.strength()) + "'",
                dot.hint());
    }

    private static void addStep(Svg svg, Step step, Scale x, Scale y) {
        if (step.corners().isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (double[] corner : step.corners()) {
            String at = Svg.pixels(y.at(corner[1]));
            path.append(
                    path.isEmpty()
                            ? "M" + Svg.pixels(x.at(corner[0])) + "," + at
                            : "H" + Svg.pixels(x.at(corner[0])) + "V" + at);
        }
        path.append("H").append(Svg.pixels(x.at(step.until())));
        svg.add(
                "path class='line step %s' fill='none' stroke='%s' stroke-width='2' stroke-opacity='0.6' d='%s'",
                Palette.style(step.series()), Palette.colour(step.series()), path);
    }

    private static void addBars(Svg svg, Point point, Scale x, Scale y) {
        bar(
                svg,
                point,
                x.at(point.x()),
                y.at(point.up().low()),
                x.at(point.x()),
                y.at(point.up().high()));
        bar(
                svg,
                point,
                x.at(point.across().low()),
                y.at(point.y()),
                x.at(point.across().high()),
                y.at(point.y()));
    }

    private static void bar(Svg svg, Point point, double x1, double y1, double x2, double y2) {
        svg.add(
                "line class='bar %s' x1='%s' y1='%s' x2='%s' y2='%s' stroke='%s' stroke-width='1.5' stroke-opacity='0.55'",
                classes(point.series(), point.size()), x1, y1, x2, y2, Palette.colour(point.series()));
    }

    private static void addPoint(Svg svg, Point point, Scale x, Scale y) {
        svg.addLinked(
                point.address(),
                point.hint(),
                "path class='dot strong hinted %s' d='%s' fill='%s'",
                classes(point.series(), point.size()),
                outline(point.shape(), x.at(point.x()), y.at(point.y()), POINT),
                Palette.colour(point.series()));
    }

    private static String classes(int series, int size) {
        return Palette.style(series) + " z" + size;
    }

    private static String outline(FrontMarks.Shape shape, double x, double y, int radius) {
        String r = Integer.toString(radius);
        return switch (shape) {
            case BEST ->
                "M" + Svg.pixels(x - radius) + "," + Svg.pixels(y) + "a" + r + "," + r + " 0 1 0 " + 2 * radius + ",0a"
                        + r + "," + r + " 0 1 0 -" + 2 * radius + ",0z";
            case OTHER -> square(x, y, radius - 2);
            case BY_HAND ->
                "M" + Svg.pixels(x) + "," + Svg.pixels(y - radius - 2) + "L" + Svg.pixels(x + radius + 2) + ","
                        + Svg.pixels(y) + "L" + Svg.pixels(x) + "," + Svg.pixels(y + radius + 2) + "L"
                        + Svg.pixels(x - radius - 2) + "," + Svg.pixels(y) + "z";
        };
    }

    private static String square(double x, double y, int half) {
        return "M" + Svg.pixels(x - half) + "," + Svg.pixels(y - half) + "h" + 2 * half + "v" + 2 * half + "h-"
                + 2 * half + "z";
    }
}
