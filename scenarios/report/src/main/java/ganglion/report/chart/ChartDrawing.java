package ganglion.report.chart;

import ganglion.report.chart.Chart.Band;
import ganglion.report.chart.Chart.Cell;
import ganglion.report.chart.Chart.Image;
import ganglion.report.chart.Chart.Margins;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.Chart.Rule;
import ganglion.report.chart.Chart.Series;
import ganglion.report.chart.Chart.Span;
import ganglion.report.chart.Chart.Stretch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A chart in its place of a drawing. */
final class ChartDrawing {

    private static final int DIGITS_OF_DATA = 9;
    /** Cells without a text of their own have one of so many shades, and those of a shade share an element, which keeps pages small. */
    private static final int SHADES = 8;
    /** From here on, letters on a cell are white. */
    private static final double DARK = 0.65;

    private final Chart chart;
    private final Svg svg;
    private final double x;
    private final double y;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final Scale horizontal;
    private final Scale vertical;

    ChartDrawing(Chart chart, Svg svg, double x, double y, Margins margins) {
        this.chart = chart;
        this.svg = svg;
        this.x = x;
        this.y = y;
        this.left = x + margins.left();
        this.top = y + margins.top();
        this.right = left + chart.width();
        this.bottom = top + chart.height();
        this.horizontal = chart.horizontal(left, right);
        this.vertical = chart.vertical(bottom, top);
    }

    void draw(boolean interactive) {
        svg.open(
                "g class='chart' data-title='%s' data-across='%s' data-up='%s' data-from='%s' data-until='%s'"
                        + " data-log='%s' data-across-unit='%s' data-up-unit='%s' data-zoom='%s'",
                chart.title,
                chart.across.name(),
                chart.up.name(),
                number(horizontal.from()),
                number(horizontal.until()),
                horizontal.logarithmic(),
                chart.across.unit(),
                chart.up.unit(),
                chart.isZoomable());
        addHead();
        addUpAxis();
        addAcrossAxis();
        svg.open(
                "svg class='plot' x='%s' y='%s' width='%s' height='%s' viewBox='%s %s %s %s' preserveAspectRatio='none'"
                        + " overflow='visible'",
                left, top, right - left, bottom - top, left, top, right - left, bottom - top);
        // What takes no room itself lets the pointer reach the whole plot.
        svg.add(
                "rect x='%s' y='%s' width='%s' height='%s' fill='none' pointer-events='all'",
                left, top, right - left, bottom - top);
        chart.stretches.forEach(this::addStretch);
        chart.images.forEach(this::addImage);
        chart.bands.forEach(this::addBand);
        addCells(interactive);
        chart.rules.forEach(this::addRule);
        for (int i = 0; i < chart.series.size(); i++) {
            addSeries(i, interactive);
        }
        svg.close("svg");
        addNames();
        svg.close("g");
    }

    private void addHead() {
        double line = y + 13;
        if (!chart.title.isEmpty()) {
            svg.addText(x, line, "start", chart.title, " class='title' font-weight='600'");
            line += Chart.LINE_HEIGHT;
        }
        for (List<Series> keys : chart.keyLines(left - x)) {
            double at = x + 5;
            for (Series each : keys) {
                svg.open("g class='key' data-series='%s'", chart.series.indexOf(each));
                svg.addDot(at, line - 4, 4, each.paint(), " class='dot " + each.style() + "'", "");
                svg.addText(at + 9, line, "start", Svg.shortened(each.name(), 2 * Chart.MOST_LETTERS));
                svg.close("g");
                at += Chart.keyWidth(each);
            }
            line += Chart.LINE_HEIGHT;
        }
        if (!chart.up.name().isEmpty()) {
            svg.addText(x, top - 7, "start", chart.up.name());
        }
    }

    private void addUpAxis() {
        double[] ticks = Chart.ticks(chart.up, vertical);
        List<String> texts = Chart.texts(chart.up, vertical, ticks);
        for (int i = 0; i < ticks.length; i++) {
            double at = vertical.at(ticks[i]);
            if (chart.up.names().isEmpty()) {
                svg.add("path class='grid' stroke='#dddddd' d='M%s,%sH%s'", left, at, right);
            }
            svg.addText(left - Chart.LABEL_GAP, at + 4, "end", texts.get(i));
        }
        svg.addAxes(left, top, right, bottom);
        if (chart.up.leavesOutZero() && vertical.from() > 0) {
            for (double at : new double[] {bottom - 4, bottom - 9}) {
                svg.add("path class='axis break' fill='none' stroke='#777777' d='M%s,%sl10,-5'", left - 5, at);
            }
        }
    }

    private void addAcrossAxis() {
        double[] ticks = Chart.ticks(chart.across, horizontal);
        List<String> texts = Chart.texts(chart.across, horizontal, ticks);
        boolean slanted = chart.isSlanted(texts);
        svg.open("g class='across' data-left='%s' data-right='%s' data-y='%s'", left, right, bottom);
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.length; i++) {
            double at = horizontal.at(ticks[i]);
            double half = Chart.LETTER_WIDTH * texts.get(i).length() / 2.0;
            if (slanted) {
                svg.addSlantedText(at + 4, bottom + 13, texts.get(i));
            } else if (at - half > free && !texts.get(i).isEmpty()) {
                svg.add("path class='axis' stroke='#777777' d='M%s,%sv4'", at, bottom);
                svg.addText(at, bottom + 17, "middle", texts.get(i));
                free = at + half + Chart.LETTER_WIDTH;
            }
        }
        svg.close("g");
        if (!chart.across.name().isEmpty()) {
            double foot = bottom + chart.margins().bottom() - 4;
            svg.addText((left + right) / 2, foot, "middle", chart.across.name());
        }
    }

    private void addStretch(Stretch stretch) {
        double from = horizontal.at(stretch.across().low());
        svg.add(
                "rect class='stretch' x='%s' y='%s' width='%s' height='%s' fill='#777777' fill-opacity='0.1'",
                from, top, horizontal.at(stretch.across().high()) - from, bottom - top);
    }

    private void addImage(Image image) {
        double from = horizontal.at(image.across().low());
        svg.add(
                "image class='sound' x='%s' y='%s' width='%s' height='%s' preserveAspectRatio='none'"
                        + " href='data:image/png;base64,%s'",
                from, top, horizontal.at(image.across().high()) - from, bottom - top, image.png());
    }

    private void addBand(Band band) {
        int last = band.x().length - 1;
        String lower = IntStream.rangeClosed(0, last)
                .mapToObj(i -> point(band.x()[i], band.low()[i]))
                .collect(Collectors.joining("L"));
        String upper = IntStream.rangeClosed(0, last)
                .mapToObj(i -> point(band.x()[last - i], band.high()[last - i]))
                .collect(Collectors.joining("L"));
        svg.add("path class='band' fill='" + Palette.BLUE + "' fill-opacity='0.13' d='M%sL%sZ'", lower, upper);
    }

    private String point(double placeAcross, double placeUp) {
        return Svg.pixels(horizontal.at(placeAcross)) + "," + Svg.pixels(vertical.at(placeUp));
    }

    private void addCells(boolean interactive) {
        if (chart.cells.isEmpty()) {
            return;
        }
        svg.open("g class='cells'" + (interactive ? " data-points='%s'" : ""), interactive ? cellData() : "");
        Map<Long, StringBuilder> plain = new TreeMap<>();
        for (Cell cell : chart.cells) {
            if (cell.text().isEmpty() && cell.hint().isEmpty() && !cell.framed()) {
                plain.computeIfAbsent(Math.round(cell.shade() * SHADES), shade -> new StringBuilder())
                        .append(outline(cell));
            } else {
                addCell(cell);
            }
        }
        plain.remove(0L);
        plain.forEach((shade, outlines) -> svg.add(
                "path fill='%s' fill-opacity='%s' d='%s'",
                colour(shade), Svg.share(Math.abs((double) shade / SHADES)), outlines));
        svg.close("g");
    }

    private void addCell(Cell cell) {
        svg.addHinted(
                cell.hint(),
                "path class='cell' fill='%s' fill-opacity='%s' d='%s'",
                colour(cell.shade()),
                Svg.share(Math.abs(cell.shade())),
                outline(cell));
        if (cell.framed()) {
            svg.add(
                    "path class='frame' fill='none' stroke='%s' stroke-width='2' d='%s'",
                    Palette.ORANGE, outline(cell));
        }
        if (!cell.text().isEmpty()) {
            svg.addText(
                    horizontal.at((cell.across().low() + cell.across().high()) / 2),
                    vertical.at((cell.up().low() + cell.up().high()) / 2) + 4,
                    "middle",
                    cell.text(),
                    Math.abs(cell.shade()) > DARK ? " class='on-dark' fill='#ffffff'" : " class='cell'");
        }
    }

    private static String colour(double shade) {
        return shade < 0 ? Palette.ORANGE : Palette.BLUE;
    }

    private String outline(Cell cell) {
        return "M" + point(cell.across().low(), cell.up().low())
                + "H" + Svg.pixels(horizontal.at(cell.across().high()))
                + "V" + Svg.pixels(vertical.at(cell.up().high()))
                + "H" + Svg.pixels(horizontal.at(cell.across().low())) + "Z";
    }

    private void addRule(Rule rule) {
        String line = rule.upright()
                ? "M" + Svg.pixels(horizontal.at(rule.at())) + "," + Svg.pixels(top) + "V" + Svg.pixels(bottom)
                : "M" + Svg.pixels(left) + "," + Svg.pixels(vertical.at(rule.at())) + "H" + Svg.pixels(right);
        svg.add("path class='axis rule' fill='none' stroke='#777777' stroke-dasharray='4 4' d='%s'", line);
    }

    /** The names of rules and stretches: outside of what is stretched when the script zooms. */
    private void addNames() {
        svg.open("g class='names'");
        for (Rule rule : chart.rules) {
            if (rule.upright()) {
                double at = horizontal.at(rule.at());
                boolean before = at > (left + right) / 2;
                svg.addText(
                        at + (before ? -5 : 5),
                        isHigh(at) ? bottom - 6 : top + 12,
                        before ? "end" : "start",
                        rule.name());
            } else {
                svg.addText(right, vertical.at(rule.at()) - 5, "end", rule.name());
            }
        }
        for (Stretch stretch : chart.stretches) {
            double from = horizontal.at(stretch.across().low());
            double room = horizontal.at(stretch.across().high()) - from;
            if (stretch.name().length() * Chart.LETTER_WIDTH <= room + Chart.LABEL_GAP) {
                svg.addText(from + room / 2, top - 4, "middle", stretch.name());
            }
        }
        svg.close("g");
    }

    /** Whether the first series is in the upper half at a place, so that there is room for a name below. */
    private boolean isHigh(double at) {
        return chart.series.stream()
                .limit(1)
                .flatMap(each -> each.marks().stream())
                .min((one, other) ->
                        Double.compare(Math.abs(horizontal.at(one.x()) - at), Math.abs(horizontal.at(other.x()) - at)))
                .filter(mark -> vertical.at(mark.y()) < (top + bottom) / 2)
                .isPresent();
    }

    private void addSeries(int number, boolean interactive) {
        Series each = chart.series.get(number);
        svg.open(
                "g class='series %s' data-series='%s' data-name='%s' fill='%s' stroke='%s'"
                        + (interactive ? " data-points='%s'" : ""),
                each.style(),
                number,
                each.name(),
                each.paint(),
                each.paint(),
                interactive ? seriesData(each) : "");
        each.marks().forEach(this::addIntervals);
        switch (each.look()) {
            case LINE -> addLine(each, true);
            case STEPS -> addLine(each, false);
            case JOINED -> {
                addLine(each, true);
                each.marks().forEach(mark -> addDot(each, mark, 6, "round"));
            }
            case DOTS -> each.marks().forEach(mark -> addDot(each, mark, 8, "round"));
            case FAINT -> {
                svg.open("g class='faint' opacity='0.35'");
                each.marks().forEach(mark -> addDot(each, mark, 6, "round"));
                svg.close("g");
            }
            case SQUARES -> each.marks().forEach(mark -> addDot(each, mark, 8, "square"));
            case STROKES -> addStrokes(each);
        }
        svg.close("g");
    }

    private void addIntervals(Mark mark) {
        String path = "";
        if (mark.across().isKnown()) {
            path += "M" + point(mark.across().low(), mark.y()) + "H"
                    + Svg.pixels(horizontal.at(mark.across().high()));
        }
        if (mark.up().isKnown()) {
            path += "M" + point(mark.x(), mark.up().low()) + "V"
                    + Svg.pixels(vertical.at(mark.up().high()));
        }
        if (!path.isEmpty()) {
            svg.add(
                    "path class='bar' fill='none' stroke-width='1.5' stroke-opacity='0.7'"
                            + " vector-effect='non-scaling-stroke' d='%s'",
                    path);
        }
    }

    private void addLine(Series each, boolean straight) {
        StringBuilder path = new StringBuilder();
        boolean begun = false;
        for (Mark mark : each.marks()) {
            boolean known = Double.isFinite(mark.x()) && Double.isFinite(mark.y());
            if (known && straight) {
                path.append(begun ? 'L' : 'M').append(point(mark.x(), mark.y()));
            } else if (known) {
                path.append(
                        begun
                                ? "H" + Svg.pixels(horizontal.at(mark.x())) + "V" + Svg.pixels(vertical.at(mark.y()))
                                : "M" + point(mark.x(), mark.y()));
            }
            begun = known;
        }
        svg.add("path class='line' fill='none' stroke-width='2' vector-effect='non-scaling-stroke' d='%s'", path);
    }

    /** A dot is the round end of a line without length, which stays round when the chart is stretched. */
    private void addDot(Series each, Mark mark, int size, String cap) {
        if (!Double.isFinite(mark.x()) || !Double.isFinite(mark.y())) {
            return;
        }
        String template = "path class='dot' stroke-width='%s' stroke-linecap='%s' vector-effect='non-scaling-stroke'"
                + " d='M%sh0.01'";
        String at = point(mark.x(), mark.y());
        String hint = mark.hint().isEmpty() && !isPlain() ? hint(each, mark) : mark.hint();
        svg.addHinted(hint, template, size, cap, at);
    }

    /** Whether the script finds the values under the pointer by their place on the horizontal axis. */
    private boolean isPlain() {
        return chart.across.names().isEmpty() && chart.up.names().isEmpty();
    }

    private String hint(Series each, Mark mark) {
        String name = each.name().isEmpty() ? "" : ", " + each.name();
        return chart.up.names().isEmpty()
                ? chart.across.text(mark.x()) + name + ": " + chart.up.text(mark.y())
                : chart.up.text(mark.y()) + name + ": " + chart.across.text(mark.x());
    }

    private void addStrokes(Series each) {
        double row = Math.abs(vertical.at(1) - vertical.at(0));
        String length = Svg.pixels(Math.max(1.2, 0.8 * row));
        StringBuilder path = new StringBuilder();
        for (Mark mark : each.marks()) {
            path.append('M').append(Svg.pixels(horizontal.at(mark.x()))).append(',');
            path.append(Svg.pixels(vertical.at(mark.y()) - 0.4 * row))
                    .append('v')
                    .append(length);
        }
        svg.add("path class='strokes' fill='none' stroke-width='1.5' vector-effect='non-scaling-stroke' d='%s'", path);
    }

    /** The marks of a series as JSON: place and height of each, and the ends of the intervals if it has any. */
    private String seriesData(Series each) {
        return each.marks().stream()
                .filter(mark -> Double.isFinite(mark.x())) // gaps of lines are none of the values
                .map(mark -> Stream.of(
                                Stream.of(value(chart.across, mark.x()), value(chart.up, mark.y())),
                                ends(mark.across()),
                                ends(mark.up()))
                        .flatMap(Function.identity())
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Stream<String> ends(Span span) {
        return span.isKnown() ? Stream.of(number(span.low()), number(span.high())) : Stream.empty();
    }

    private String cellData() {
        return chart.cells.stream()
                .map(cell -> Stream.of(
                                value(chart.across, middle(chart.across, cell.across())),
                                value(chart.up, middle(chart.up, cell.up())),
                                cell.text().isEmpty() ? number(cell.shade()) : quoted(cell.text()))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static double middle(Axis axis, Span span) {
        double middle = (span.low() + span.high()) / 2;
        return axis.names().isEmpty() ? middle : Math.rint(middle);
    }

    private static String value(Axis axis, double value) {
        return axis.names().isEmpty() || !Double.isFinite(value)
                ? number(value)
                : quoted(axis.names().get((int) value));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                json.append('\\').append((char) letter);
            } else if (letter < ' ') {
                json.append(String.format("\\u%04x", letter));
            } else {
                json.append((char) letter);
            }
        });
        return json.append('"').toString();
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(DIGITS_OF_DATA))
                        .stripTrailingZeros()
                        .toString()
                : "null";
    }
}
