package ganglion.report.chart;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Estimates beside measurements: a square with logarithmic axes for each dimension, and below the ratios of each device on a line of
 * its own. Bars are intervals, and the shaded band is where estimate and measurement agree well.
 *
 * @param rows devices, from the top
 * @param band the band goes this factor either way
 */
public record AgreementChart(List<Row> rows, double band) {

    private static final int WIDTH = 960;
    private static final int SIDE = 230;
    private static final int LEFT = 75;
    private static final int TOP = 40;
    private static final int BOTTOM = TOP + SIDE;
    private static final int STRIP_LEFT = 160;
    private static final int STRIP_RIGHT = WIDTH - 30;
    private static final int STRIP_TOP = BOTTOM + 110;
    private static final int ROW_HEIGHT = 18;
    private static final int RADIUS = 3;
    private static final String SHADE = "#dde8f0";
    private static final String GREY = "#999999";

    /** The widest ratio that is drawn in its place; what is further off is drawn at the edge. */
    private static final double WIDEST = 10;

    /** What a dot stands for. */
    public enum Kind {
        /** A measurement that the estimate was made from. */
        FIT("fits", GREY),
        /** Another measurement, in the interval of the estimate. */
        INSIDE("held out, inside their interval", Palette.BLUE),
        /** Another measurement, outside the interval. */
        OUTSIDE("held out, outside", Palette.ORANGE);

        private final String meaning;
        private final String colour;

        Kind(String meaning, String colour) {
            this.meaning = meaning;
            this.colour = colour;
        }
    }

    /**
     * One measurement.
     *
     * @param dimension what was measured
     * @param measured above zero
     * @param estimate above zero
     * @param factor the interval of the estimate goes this factor either way; absent if there is none
     * @param kind what it stands for
     * @param hint what browsers show under the pointer
     */
    public record Dot(
            Dimension dimension, double measured, double estimate, OptionalDouble factor, Kind kind, String hint) {}

    /**
     * A device.
     *
     * @param name its name
     * @param factor interval of a further estimate; absent if it has none
     * @param dots its measurements
     */
    public record Row(String name, OptionalDouble factor, List<Dot> dots) {

        /** Takes a copy of the list. */
        public Row {
            dots = List.copyOf(dots);
        }
    }

    /** Takes a copy of the list. */
    public AgreementChart {
        rows = List.copyOf(rows);
    }

    /** The chart as an SVG file; there must be a dot. */
    public String svg() {
        int height = STRIP_TOP + rows.size() * ROW_HEIGHT + 40;
        Svg svg = Svg.chart(WIDTH, height, "Estimates against measurements, and their ratios by device");
        Map<Dimension, List<Dot>> byDimension = rows.stream()
                .flatMap(row -> row.dots().stream())
                .collect(Collectors.groupingBy(Dot::dimension, TreeMap::new, Collectors.toList()));
        double left = LEFT;
        for (Map.Entry<Dimension, List<Dot>> panel : byDimension.entrySet()) {
            addPanel(svg, left, panel.getKey(), panel.getValue());
            left += SIDE + LEFT;
        }
        addLegend(svg);
        addStrip(svg);
        return svg.markup();
    }

    private void addPanel(Svg svg, double left, Dimension dimension, List<Dot> dots) {
        double from = extreme(dots, dot -> Math.min(dot.measured(), low(dot)), DoubleStream::min) / 2;
        double until = extreme(dots, dot -> Math.max(dot.measured(), high(dot)), DoubleStream::max) * 2;
        Scale across = new Scale(from, until, left, left + SIDE, true);
        Scale up = new Scale(from, until, BOTTOM, TOP, true);
        addBand(svg, across, up);
        svg.addAxes(left, TOP, left + SIDE, BOTTOM);
        svg.addText(left, TOP - 14, "start", "estimate, " + dimension.name().toLowerCase(Locale.ROOT));
        svg.addText(left + SIDE, BOTTOM + 36, "end", "measured");
        addMarks(svg, across, up, dimension, left);
        dots.forEach(dot -> addDot(svg, dot, across.at(dot.measured()), up));
    }

    private static double extreme(
            List<Dot> dots, ToDoubleFunction<Dot> value, Function<DoubleStream, OptionalDouble> which) {
        return which.apply(dots.stream().mapToDouble(value)).orElseThrow();
    }

    private static double low(Dot dot) {
        return dot.estimate() / dot.factor().orElse(1);
    }

    private static double high(Dot dot) {
        return dot.estimate() * dot.factor().orElse(1);
    }

    /** The band about the diagonal, which the square cuts off at two corners. */
    private void addBand(Svg svg, Scale across, Scale up) {
        double from = across.from();
        double until = across.until();
        double[][] corners = {
            {from, from},
            {from, from * band},
            {until / band, until},
            {until, until},
            {until, until / band},
            {from * band, from}
        };
        String points = Arrays.stream(corners)
                .map(corner -> Svg.pixels(across.at(corner[0])) + "," + Svg.pixels(up.at(corner[1])))
                .collect(Collectors.joining(" "));
        svg.add("polygon class='band' fill='%s' points='%s'", SHADE, points);
        addLine(svg, across.at(from), up.at(from), across.at(until), up.at(until), GREY);
    }

    private static void addMarks(Svg svg, Scale across, Scale up, Dimension dimension, double left) {
        double[] marks = across.marks();
        int step = 1 + (marks.length - 1) / 5;
        for (int i = 0; i < marks.length; i++) {
            svg.addText(left - 6, up.at(marks[i]) + 4, "end", QuantityFormat.format(marks[i], dimension));
            if (i % step == 0) {
                svg.addText(across.at(marks[i]), BOTTOM + 18, "middle", QuantityFormat.format(marks[i], dimension));
            }
        }
    }

    private static void addDot(Svg svg, Dot dot, double x, Scale up) {
        if (dot.factor().isPresent()) {
            addLine(svg, x, up.at(low(dot)), x, up.at(high(dot)), dot.kind().colour);
        }
        svg.addDot(x, up.at(dot.estimate()), RADIUS, dot.kind().colour, dot.hint());
    }

    private static void addLegend(Svg svg) {
        double x = STRIP_LEFT;
        for (Kind kind : Kind.values()) {
            svg.addDot(x, STRIP_TOP - 48, RADIUS + 1, kind.colour, "");
            svg.addText(x + 10, STRIP_TOP - 44, "start", kind.meaning);
            x += 90 + 4 * kind.meaning.length();
        }
    }

    private void addStrip(Svg svg) {
        int bottom = STRIP_TOP + rows.size() * ROW_HEIGHT;
        Scale across = new Scale(1 / WIDEST, WIDEST, STRIP_LEFT, STRIP_RIGHT, true);
        double left = across.at(1 / band);
        svg.add(
                "rect class='band' x='%s' y='%s' width='%s' height='%s' fill='%s'",
                left, STRIP_TOP, across.at(band) - left, bottom - STRIP_TOP, SHADE);
        addLine(svg, across.at(1), STRIP_TOP, across.at(1), bottom, GREY);
        svg.addAxes(STRIP_LEFT, STRIP_TOP, STRIP_RIGHT, bottom);
        for (double mark : across.marks()) {
            svg.addText(across.at(mark), bottom + 18, "middle", QuantityFormat.format(mark, "", 3));
        }
        svg.addText(
                STRIP_LEFT,
                STRIP_TOP - 14,
                "start",
                "estimate divided by measurement, by device; bars are the devices' intervals");
        for (int i = 0; i < rows.size(); i++) {
            addRow(svg, rows.get(i), STRIP_TOP + (i + 0.5) * ROW_HEIGHT, across);
        }
    }

    private static void addRow(Svg svg, Row row, double y, Scale across) {
        svg.addText(STRIP_LEFT - 8, y + 4, "end", row.name());
        row.factor().ifPresent(factor -> {
            double reach = Math.min(WIDEST, factor);
            addLine(svg, across.at(1 / reach), y, across.at(reach), y, GREY);
        });
        for (Dot dot : row.dots()) {
            double ratio = Math.max(1 / WIDEST, Math.min(WIDEST, dot.estimate() / dot.measured()));
            svg.addDot(across.at(ratio), y, RADIUS, dot.kind().colour, dot.hint());
        }
    }

    private static void addLine(Svg svg, double fromX, double fromY, double untilX, double untilY, String colour) {
        svg.add("line x1='%s' y1='%s' x2='%s' y2='%s' stroke='%s'", fromX, fromY, untilX, untilY, colour);
    }
}
