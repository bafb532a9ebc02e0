package ganglion.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Series of numbers as lines, each named at its end. A mark with a deviation has a bar of one standard deviation to each side. A vertical
 * axis that leaves out zero is broken at its foot.
 *
 * @param title what is drawn, with its unit unless the labels of the axis have it
 * @param across horizontal axis
 * @param up vertical axis
 * @param series series in the order of their colours
 * @param markers places across that matter
 */
public record LinePlot(String title, Axis across, Axis up, List<Series> series, List<Marker> markers) {

    private static final int PLOT_WIDTH = 540;
    private static final int HEIGHT = 300;
    private static final int LEAST_LEFT = 80;
    private static final int LABEL_GAP = 8;
    private static final int MARGIN = 20;
    private static final int TOP = 30;
    private static final int BOTTOM = HEIGHT - 50;
    private static final int LINE_HEIGHT = 15;

    /** Mean width of a letter, on the large side. */
    private static final double LETTER_WIDTH = 7;

    private static final int MOST_LETTERS = 40;

    /** Takes copies of the lists. */
    public LinePlot {
        series = List.copyOf(series);
        markers = List.copyOf(markers);
    }

    /** A plot without markers. */
    public LinePlot(String title, Axis across, Axis up, List<Series> series) {
        this(title, across, up, series, List.of());
    }

    /**
     * A place across that matters, drawn as an upright broken line.
     *
     * @param x where
     * @param name stands above it
     */
    public record Marker(double x, String name) {}

    /** How a series is drawn. */
    public enum Look {
        /** A line with a dot at each mark. */
        JOINED,
        /** A line without dots, for a function. */
        LINE,
        /** Dots without a line, for what was measured. */
        DOTS
    }

    /**
     * A line.
     *
     * @param name empty if it needs none
     * @param marks from left to right
     * @param look how it is drawn
     */
    public record Series(String name, List<Mark> marks, Look look) {

        /** Takes a copy of the list. */
        public Series {
            marks = List.copyOf(marks);
        }

        /** A line with a dot at each mark. */
        public Series(String name, List<Mark> marks) {
            this(name, marks, Look.JOINED);
        }
    }

    /**
     * A mark of the plot.
     *
     * @param x place across
     * @param y height
     * @param deviation length of its bar to each side; 0 for none
     * @param hint what browsers show under the pointer; empty for nothing
     */
    public record Mark(double x, double y, double deviation, String hint) {

        /** A mark without a hint. */
        public Mark(double x, double y, double deviation) {
            this(x, y, deviation, "");
        }
    }

    /** Whether there are enough colours to give each of this many series its own. */
    public static boolean tellsApart(long series) {
        return series <= Palette.SIZE;
    }

    /** The plot as a figure of a page; absent if there are more series than colours, or all marks are level. */
    public Optional<String> figure() {
        boolean varies = marks().findAny().isPresent() && !Axis.isLevel(lowest(), highest());
        return varies && tellsApart(series.size()) ? Optional.of(drawing().figure()) : Optional.empty();
    }

    /** The plot as an SVG file; there must be a mark. */
    public String svg() {
        return drawing().markup();
    }

    private Svg drawing() {
        int letters =
                series.stream().mapToInt(line -> line.name().length()).max().orElse(0);
        int names = (int) (LETTER_WIDTH * Math.min(MOST_LETTERS, letters)) + (letters > 0 ? MARGIN : 0);
        Scale vertical = up.scale(lowest(), Axis.isLevel(lowest(), highest()) ? lowest() : highest(), BOTTOM, TOP);
        int left = left(up.texts(vertical.marks()));
        int right = left + PLOT_WIDTH;
        Svg svg = Svg.chart(
                right + MARGIN + names, HEIGHT, across.name().isEmpty() ? title : title + " over " + across.name());
        Scale horizontal = across.scale(least(Mark::x), -least(mark -> -mark.x()), left, right);
        svg.addTitle(left, TOP - 12, title);
        addAxes(svg, horizontal, vertical);
        for (Marker marker : markers) {
            addMarker(svg, marker, horizontal, isHigh(marker, vertical));
        }
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            addLine(svg, series.get(i), horizontal, vertical, i);
            addName(svg, series.get(i), right + MARGIN, vertical, i, taken);
        }
        return svg;
    }

    /** Where the plot begins: right of the labels of the vertical axis, however long they are. */
    private static int left(List<String> labels) {
        int letters = labels.stream().mapToInt(String::length).max().orElse(0);
        return Math.max(LEAST_LEFT, (int) (LETTER_WIDTH * letters) + LABEL_GAP);
    }

    private void addAxes(Svg svg, Scale horizontal, Scale vertical) {
        int left = (int) horizontal.fromPixel();
        int right = (int) horizontal.untilPixel();
        svg.addAxes(left, TOP, right, BOTTOM);
        svg.addText((left + right) / 2.0, HEIGHT - 12, "middle", across.name());
        double[] xs = horizontal.marks();
        List<String> below = across.texts(xs);
        for (int i = 0; i < xs.length; i++) {
            svg.addText(horizontal.at(xs[i]), BOTTOM + 18, "middle", below.get(i));
        }
        double[] ys = vertical.marks();
        List<String> beside = up.texts(ys);
        for (int i = 0; i < ys.length; i++) {
            svg.add(
                    "line class='grid' x1='%s' y1='%s' x2='%s' y2='%s' stroke='#777777' stroke-opacity='0.15'",
                    left, vertical.at(ys[i]), right, vertical.at(ys[i]));
            svg.addText(left - LABEL_GAP, vertical.at(ys[i]) + 4, "end", beside.get(i));
        }
        if (up.leavesOutZero() && vertical.from() > 0) {
            addBreak(svg, left);
        }
    }

    /** Two strokes across the foot of the vertical axis. */
    private static void addBreak(Svg svg, int left) {
        for (int y : new int[] {BOTTOM - 4, BOTTOM - 9}) {
            svg.add("path class='axis break' fill='none' stroke='#777777' d='M%s,%sl10,-5'", left - 5, y);
        }
    }

    /** Whether the first line is in the upper half beside a marker, so that there is room for a name below. */
    private boolean isHigh(Marker marker, Scale vertical) {
        return series.stream()
                .limit(1)
                .flatMap(line -> line.marks().stream())
                .min(Comparator.comparingDouble(mark -> Math.abs(mark.x() - marker.x())))
                .filter(mark -> vertical.at(mark.y()) < (TOP + BOTTOM) / 2.0)
                .isPresent();
    }

    private static void addMarker(Svg svg, Marker marker, Scale horizontal, boolean high) {
        double x = horizontal.at(marker.x());
        svg.add(
                "line class='axis' x1='%s' y1='%s' x2='%s' y2='%s' stroke='#777777' stroke-dasharray='4 4'",
                x, (double) TOP, x, (double) BOTTOM);
        boolean toTheLeft = x > (horizontal.fromPixel() + horizontal.untilPixel()) / 2;
        svg.addText(
                toTheLeft ? x - 5 : x + 5, high ? BOTTOM - 6 : TOP + 12, toTheLeft ? "end" : "start", marker.name());
    }

    private static void addLine(Svg svg, Series line, Scale horizontal, Scale vertical, int number) {
        String colour = Palette.colour(number);
        String name = Palette.style(number);
        String points = line.marks().stream()
                .map(mark -> Svg.pixels(horizontal.at(mark.x())) + "," + Svg.pixels(vertical.at(mark.y())))
                .collect(Collectors.joining(" "));
        if (line.look() != Look.DOTS) {
            svg.add(
                    "polyline class='line %s' fill='none' stroke='%s' stroke-width='2' points='%s'",
                    name, colour, points);
        }
        for (Mark mark : line.marks()) {
            double x = horizontal.at(mark.x());
            if (line.look() != Look.LINE) {
                svg.addDot(x, vertical.at(mark.y()), 3, colour, " class='dot " + name + "'", mark.hint());
            }
            if (mark.deviation() > 0) {
                double low = vertical.at(mark.y() - mark.deviation());
                double high = vertical.at(mark.y() + mark.deviation());
                svg.add(
                        "line x1='%s' y1='%s' x2='%s' y2='%s' stroke='%s' class='bar %s'",
                        x, low, x, high, colour, name);
            }
        }
    }

    /** Names a line right of its end, or as near to it as the names of other lines leave room. */
    private static void addName(Svg svg, Series line, int x, Scale vertical, int number, List<Double> taken) {
        if (line.name().isEmpty() || line.marks().isEmpty()) {
            return;
        }
        double wanted = vertical.at(line.marks().get(line.marks().size() - 1).y());
        double y = Stream.iterate(0, distance -> distance <= HEIGHT, distance -> distance + 1)
                .flatMap(distance -> Stream.of(wanted + distance, wanted - distance))
                .filter(place -> place >= TOP && place <= BOTTOM)
                .filter(place -> taken.stream().allMatch(other -> Math.abs(other - place) >= LINE_HEIGHT))
                .findFirst()
                .orElse(wanted);
        taken.add(y);
        svg.addDot(x, y, 4, Palette.colour(number), " class='dot " + Palette.style(number) + "'", "");
        svg.addText(x + 10, y + 4, "start", Svg.shortened(line.name(), MOST_LETTERS));
    }

    private Stream<Mark> marks() {
        return series.stream().flatMap(line -> line.marks().stream());
    }

    private double lowest() {
        return least(mark -> mark.y() - mark.deviation());
    }

    private double highest() {
        return -least(mark -> -mark.y() - mark.deviation());
    }

    private double least(ToDoubleFunction<Mark> value) {
        return marks().mapToDouble(value).min().orElse(0);
    }
}
