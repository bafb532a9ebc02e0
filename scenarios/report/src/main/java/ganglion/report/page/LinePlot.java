package ganglion.report.page;

import static ganglion.report.page.Html.escaped;

import ganglion.documents.quantity.QuantityFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Series of numbers as lines, as SVG for a page of {@link Html}; a mark has a bar of one standard deviation to each side where
 * it has a deviation.
 *
 * @param title what is drawn, with its unit
 * @param across name of the horizontal axis, with its unit
 * @param series at most eight, from left to right
 */
public record LinePlot(String title, String across, List<Series> series) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;

    private static final double FEWEST_STEPS = 4;
    private static final double ROUNDING = 1e-9;

    /** Okabe and Ito's, which people with colour-blindness tell apart; black is left to the axes. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d00", "#666666");

    /** Takes a copy of the list. */
    public LinePlot {
        series = List.copyOf(series);
    }

    /**
     * A line.
     *
     * @param name empty if it needs none
     * @param marks from left to right
     */
    public record Series(String name, List<Mark> marks) {

        /** Takes a copy of the list. */
        public Series {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A mark of the plot.
     *
     * @param x place across
     * @param y height
     * @param deviation length of its bar to each side; 0 for none
     */
    public record Mark(double x, double y, double deviation) {}

    /** The plot; absent if there are more series than colours, or every mark has the same height. */
    public Optional<String> svg() {
        List<Mark> marks =
                series.stream().flatMap(line -> line.marks().stream()).toList();
        if (marks.isEmpty() || series.size() > COLOURS.size()) {
            return Optional.empty();
        }
        double lowest = least(marks.stream(), mark -> mark.y() - mark.deviation());
        double highest = -least(marks.stream(), mark -> -mark.y() - mark.deviation());
        if (!(highest > lowest)) {
            return Optional.empty();
        }
        double first = least(marks.stream(), Mark::x);
        double last = -least(marks.stream(), mark -> -mark.x());
        Scale horizontal = new Scale(first, last, LEFT, WIDTH - RIGHT);
        Scale vertical = new Scale(floor(lowest, highest), highest, HEIGHT - BOTTOM, TOP);
        StringBuilder svg = new StringBuilder("<figure><svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\""
                + WIDTH + "\" role=\"img\" aria-label=\"" + escaped(title) + "\">\n");
        svg.append(text(LEFT, TOP - 12, "start", title));
        addAxes(svg, horizontal, vertical);
        for (int number = 0; number < series.size(); number++) {
            addLine(svg, series.get(number).marks(), horizontal, vertical, COLOURS.get(number));
            if (!series.get(number).name().isEmpty()) {
                addKey(svg, series.get(number).name(), TOP + 10 + 15 * number, COLOURS.get(number));
            }
        }
        return Optional.of(svg.append("</svg></figure>\n").toString());
    }

    private static double least(Stream<Mark> marks, ToDoubleFunction<Mark> value) {
        return marks.mapToDouble(value).min().orElse(0);
    }

    private static void addKey(StringBuilder svg, String text, int y, String colour) {
        svg.append("<circle cx=\"" + (LEFT + 12) + "\" cy=\"" + y + "\" r=\"4\" fill=\"" + colour + "\"/>\n");
        svg.append(text(LEFT + 22, y + 4, "start", text));
    }

    /** From zero, unless that would flatten what varies to a line. */
    private static double floor(double lowest, double highest) {
        boolean flat = lowest > 0 && highest - lowest < 0.1 * highest;
        return flat ? lowest - 0.1 * (highest - lowest) : Math.min(0, lowest);
    }

    private void addAxes(StringBuilder svg, Scale horizontal, Scale vertical) {
        svg.append(line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "class=\"axis\""));
        svg.append(line(LEFT, TOP, LEFT, HEIGHT - BOTTOM, "class=\"axis\""));
        svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", across));
        for (double x : horizontal.marks()) {
            svg.append(text(horizontal.at(x), HEIGHT - BOTTOM + 18, "middle", label(x)));
        }
        for (double y : vertical.marks()) {
            svg.append(text(LEFT - 8, vertical.at(y) + 4, "end", label(y)));
        }
    }

    private static String label(double value) {
        return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5 || value == 0
                ? QuantityFormat.format(value, "", 3)
                : String.format(Locale.ROOT, "%.2g", value);
    }

    private static void addLine(StringBuilder svg, List<Mark> marks, Scale horizontal, Scale vertical, String colour) {
        String points = marks.stream()
                .map(mark -> coordinate(horizontal.at(mark.x())) + "," + coordinate(vertical.at(mark.y())))
                .collect(Collectors.joining(" "));
        svg.append("<polyline class=\"series\" stroke=\"" + colour + "\" points=\"" + points + "\"/>\n");
        for (Mark mark : marks) {
            double x = horizontal.at(mark.x());
            svg.append("<circle cx=\"" + coordinate(x) + "\" cy=\"" + coordinate(vertical.at(mark.y()))
                    + "\" r=\"3\" fill=\"" + colour + "\"/>\n");
            if (mark.deviation() > 0) {
                svg.append(line(
                        x,
                        vertical.at(mark.y() - mark.deviation()),
                        x,
                        vertical.at(mark.y() + mark.deviation()),
                        "stroke=\"" + colour + "\""));
            }
        }
    }

    private static String line(double x1, double y1, double x2, double y2, String look) {
        return "<line x1=\"" + coordinate(x1) + "\" y1=\"" + coordinate(y1) + "\" x2=\"" + coordinate(x2) + "\" y2=\""
                + coordinate(y2) + "\" " + look + "/>\n";
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\"" + anchor + "\">"
                + escaped(text) + "</text>\n";
    }

    private static String coordinate(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }

    /** Values along a line of pixels; a single value lies at its start. */
    private record Scale(double from, double until, double fromPixel, double untilPixel) {

        double at(double value) {
            double share = until > from ? (value - from) / (until - from) : 0;
            return fromPixel + share * (untilPixel - fromPixel);
        }

        /** Round numbers to mark, four to eleven of them; one if there is only one value. */
        double[] marks() {
            if (!(until > from)) {
                return new double[] {from};
            }
            double step = roundStep((until - from) / FEWEST_STEPS);
            long first = (long) Math.ceil(from / step - ROUNDING);
            long last = (long) Math.floor(until / step + ROUNDING);
            return LongStream.rangeClosed(first, last)
                    .mapToDouble(number -> number * step)
                    .toArray();
        }

        /** The largest of 1, 2 and 5 times a power of ten that is not above a length. */
        private static double roundStep(double length) {
            double power = Math.pow(10, Math.floor(Math.log10(length)));
            double digits = length / power;
            return power * (digits >= 5 ? 5 : digits >= 2 ? 2 : 1);
        }
    }
}
