package ganglion.report.suite;

import static ganglion.report.page.Html.escaped;

import ganglion.hardware.quantity.QuantityFormat;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * One figure over the points of a sweep, as SVG: along the axis with most numbers, with a line for each combination of the
 * other settings, and a bar of one standard deviation to each side where runs were repeated.
 */
final class StudyPlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;
    private static final int MOST_SERIES = 8;

    /** Okabe and Ito's, which people with colour-blindness tell apart; black is left to the axes. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d00", "#666666");

    private final StudyTable table;
    private final String figure;
    private final Optional<String> axis;

    StudyPlot(StudyTable table, String figure) {
        this.table = table;
        this.figure = figure;
        this.axis = table.axes().keySet().stream()
                .filter(pointer -> values(pointer) > 1)
                .reduce((one, other) -> values(other) > values(one) ? other : one);
    }

    /** How many different numbers an axis has; 0 if any of its values is no number. */
    private long values(String pointer) {
        List<String> texts = table.points().stream()
                .map(point -> point.settings().getOrDefault(pointer, ""))
                .distinct()
                .toList();
        return texts.stream().allMatch(text -> number(text).isPresent()) ? texts.size() : 0;
    }

    /** The number in a JSON value: plain, or a quantity, of which only the number counts where all have one unit. */
    private static OptionalDouble number(String json) {
        try {
            return OptionalDouble.of(Double.parseDouble(json));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A mark of the plot. */
    private record Mark(double x, Statistics y) {}

    /** The plot; absent if there is no axis, or the figure is the same at all points. */
    Optional<String> svg() {
        Map<String, List<Mark>> series = series();
        double lowest = extreme(series, false);
        double highest = extreme(series, true);
        if (axis.isEmpty() || !(highest > lowest) || series.size() > MOST_SERIES) {
            return Optional.empty();
        }
        Scale across = new Scale(
                table.points().stream().mapToDouble(this::x).min().orElseThrow(),
                table.points().stream().mapToDouble(this::x).max().orElseThrow(),
                LEFT,
                WIDTH - RIGHT);
        Scale up = new Scale(floor(lowest, highest), highest, HEIGHT - BOTTOM, TOP);
        StringBuilder svg = new StringBuilder("<figure><svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\""
                + WIDTH + "\" role=\"img\" aria-label=\"" + escaped(figure) + "\">\n");
        svg.append(text(LEFT, TOP - 12, "start", figure));
        addAxes(svg, across, up);
        int number = 0;
        for (Map.Entry<String, List<Mark>> line : series.entrySet()) {
            String colour = COLOURS.get(number);
            addLine(svg, line.getValue(), across, up, colour);
            if (!line.getKey().isEmpty()) {
                addKey(svg, line.getKey(), TOP + 10 + 15 * number, colour);
            }
            number++;
        }
        return Optional.of(svg.append("</svg></figure>\n").toString());
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

    private Map<String, List<Mark>> series() {
        Map<String, List<Mark>> series = new LinkedHashMap<>();
        for (StudyPoint point : table.points()) {
            Statistics y = point.figures().get(figure);
            if (y != null && axis.isPresent()) {
                series.computeIfAbsent(others(point), key -> new ArrayList<>()).add(new Mark(x(point), y));
            }
        }
        series.values().forEach(marks -> marks.sort((one, other) -> Double.compare(one.x(), other.x())));
        return series;
    }

    private String others(StudyPoint point) {
        return point.settings().entrySet().stream()
                .filter(setting -> !setting.getKey().equals(axis.orElseThrow()))
                .map(setting -> table.axes().get(setting.getKey()) + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private double x(StudyPoint point) {
        return number(point.settings().get(axis.orElseThrow())).orElseThrow();
    }

    private static double extreme(Map<String, List<Mark>> series, boolean highest) {
        return series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(
                        mark -> mark.y().mean() + (highest ? 1 : -1) * mark.y().deviation())
                .reduce(highest ? Math::max : Math::min)
                .orElse(0);
    }

    private void addAxes(StringBuilder svg, Scale across, Scale up) {
        String name = table.axes().get(axis.orElseThrow());
        svg.append(line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "class=\"axis\""));
        svg.append(line(LEFT, TOP, LEFT, HEIGHT - BOTTOM, "class=\"axis\""));
        svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", name));
        for (int i = 0; i <= 4; i++) {
            double x = across.from + (across.until - across.from) * i / 4;
            double y = up.from + (up.until - up.from) * i / 4;
            svg.append(text(across.at(x), HEIGHT - BOTTOM + 18, "middle", label(x)));
            svg.append(text(LEFT - 8, up.at(y) + 4, "end", label(y)));
        }
    }

    private static String label(double value) {
        return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5 || value == 0
                ? QuantityFormat.format(value, "", 3)
                : String.format(Locale.ROOT, "%.2g", value);
    }

    private static void addLine(StringBuilder svg, List<Mark> marks, Scale across, Scale up, String colour) {
        String points = marks.stream()
                .map(mark -> coordinate(across.at(mark.x())) + ","
                        + coordinate(up.at(mark.y().mean())))
                .collect(Collectors.joining(" "));
        svg.append("<polyline class=\"series\" stroke=\"" + colour + "\" points=\"" + points + "\"/>\n");
        for (Mark mark : marks) {
            double x = across.at(mark.x());
            double deviation = mark.y().deviation();
            svg.append("<circle cx=\"" + coordinate(x) + "\" cy=\""
                    + coordinate(up.at(mark.y().mean())) + "\" r=\"3\" fill=\"" + colour + "\"/>\n");
            if (deviation > 0) {
                svg.append(line(
                        x,
                        up.at(mark.y().mean() - deviation),
                        x,
                        up.at(mark.y().mean() + deviation),
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

    /** Values along a line of pixels. */
    private record Scale(double from, double until, double fromPixel, double untilPixel) {

        double at(double value) {
            return fromPixel + (value - from) / (until - from) * (untilPixel - fromPixel);
        }
    }
}
