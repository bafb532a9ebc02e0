package ganglion.report.chart;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A chart: two axes, and between them series of marks, cells, bands, images, and what explains them. It is drawn as SVG, which reads the
 * same without scripts. As a figure of a page it holds its values as well, from which the script of the page shows those under the
 * pointer, zooms, hides series, and saves the chart as PNG, SVG and CSV.
 *
 * <pre>{@code
 * new Chart("accuracy", Axis.ofCounts("epoch", TIGHT), Axis.ofNumbers("", ROUNDED))
 *         .series("training", Look.JOINED, epochs, accuracies)
 *         .rule(true, 12, "best epoch")
 *         .figure();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class Chart {

    static final int LETTER_WIDTH = 7;
    static final int LINE_HEIGHT = 17;

    private static final int WIDTH = 380;
    private static final int HEIGHT = 210;
    private static final int MARGIN = 16;
    private static final int LABEL_GAP = 8;
    private static final int MOST_LETTERS = 36;
    private static final int DIGITS_OF_DATA = 9;
    /** Cells without a text of their own have one of so many shades, and those of a shade share an element, which keeps pages small. */
    private static final int SHADES = 8;
    /** From here on, letters on a cell are white. */
    private static final double DARK = 0.65;

    private final String title;
    private final Axis across;
    private final Axis up;
    private int width = WIDTH;
    private int height = HEIGHT;
    private int colours;
    private final List<Series> series = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();

    /** How the marks of a series are drawn. */
    public enum Look {
        /** A line, for a function; not a number interrupts it. */
        LINE,
        /** A line with a dot at each mark. */
        JOINED,
        /** A line of steps: each value holds until the next mark. */
        STEPS,
        /** Dots, for what was measured. */
        DOTS,
        /** Small pale dots, for many of which few matter. */
        FAINT,
        /** Squares, to be told from dots. */
        SQUARES,
        /** Bars from zero; along the axis that has names, those of several series stand beside each other. */
        BARS,
        /** Upright strokes one unit high, for spikes of numbered neurons. */
        STROKES
    }

    /** Ends of an interval. */
    public record Span(double low, double high) {

        private static final Span NONE = new Span(Double.NaN, Double.NaN);

        boolean isKnown() {
            return low <= high;
        }
    }

    /**
     * A mark of a series.
     *
     * @param x place across
     * @param y height
     * @param across interval of the place, drawn as a bar; not a number for none
     * @param up interval of the height
     * @param hint what is shown under the pointer; empty for its values
     * @param address where it leads; empty for nowhere
     */
    public record Mark(double x, double y, Span across, Span up, String hint, String address) {

        /** A mark that is not explained. */
        public Mark(double x, double y) {
            this(x, y, "");
        }

        /** A mark with a hint. */
        public Mark(double x, double y, String hint) {
            this(x, y, Span.NONE, Span.NONE, hint, "");
        }

        /** The mark with an interval of its height. */
        public Mark between(double low, double high) {
            return new Mark(x, y, across, new Span(low, high), hint, address);
        }

        /** The mark with an interval of its place. */
        public Mark spread(double low, double high) {
            return new Mark(x, y, new Span(low, high), up, hint, address);
        }

        /** The mark as a link. */
        public Mark leadingTo(String target) {
            return new Mark(x, y, across, up, hint, target);
        }
    }

    /**
     * A coloured cell.
     *
     * @param across from its left to its right
     * @param up from its lower to its upper edge
     * @param shade strength of its colour, -1 to 1: blue above zero, orange below
     * @param text stands in it; may be empty
     * @param hint what is shown under the pointer; empty for nothing
     * @param framed whether a frame draws attention to it
     */
    public record Cell(Span across, Span up, double shade, String text, String hint, boolean framed) {

        /** The cell of two names, counted from 0. */
        public static Cell at(int column, int row, double shade, String text, String hint, boolean framed) {
            return new Cell(
                    new Span(column - 0.5, column + 0.5), new Span(row - 0.5, row + 0.5), shade, text, hint, framed);
        }
    }

    private record Series(String name, Look look, List<Mark> marks, int colour) {

        String paint() {
            return colour < 0 ? Palette.GREY : Palette.colour(colour);
        }

        String style() {
            return colour < 0 ? "shared" : Palette.style(colour);
        }
    }

    private record Band(double[] x, double[] low, double[] high) {}

    private record Image(String png, Span across) {}

    private record Rule(boolean upright, double at, String name) {}

    private record Stretch(String name, Span across) {}

    /**
     * An empty chart.
     *
     * @param title what it shows, with its unit unless the labels of the vertical axis have it
     */
    public Chart(String title, Axis across, Axis up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Sets the size between the axes, in pixels. */
    public Chart size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        return this;
    }

    /** Lets the next series have this colour, counted from 0, and those after it the next ones. */
    public Chart colouredFrom(int colour) {
        colours = colour;
        return this;
    }

    /** Adds a series in the next colour. @param name empty if it needs none */
    public Chart series(String name, Look look, List<Mark> marks) {
        series.add(new Series(name, look, List.copyOf(marks), colours++));
        return this;
    }

    /** Adds a series in the next colour. @param y as many values as {@code x} */
    public Chart series(String name, Look look, double[] x, double[] y) {
        return series(
                name,
                look,
                IntStream.range(0, x.length).mapToObj(i -> new Mark(x[i], y[i])).toList());
    }

    /** Adds a series in grey, for what the others are to be compared with. */
    public Chart greySeries(String name, Look look, List<Mark> marks) {
        series.add(new Series(name, look, List.copyOf(marks), -1));
        return this;
    }

    /** Adds cells. */
    public Chart cells(List<Cell> some) {
        cells.addAll(some);
        return this;
    }

    /** Adds a pale band between two curves. @param x places across, as many as values; none of the arrays is copied */
    public Chart band(double[] x, double[] low, double[] high) {
        bands.add(new Band(x, low, high));
        return this;
    }

    /** Adds an image that fills a part of the chart. @param png in base64 */
    public Chart image(String png, double from, double until) {
        images.add(new Image(png, new Span(from, until)));
        return this;
    }

    /**
     * Adds a broken line right across.
     *
     * @param upright whether it stands at a place of the horizontal axis, and not at a height
     * @param name stands beside it
     */
    public Chart rule(boolean upright, double at, String name) {
        rules.add(new Rule(upright, at, name));
        return this;
    }

    /** Adds a named part of the horizontal axis, such as the time of a clip. */
    public Chart stretch(String name, double from, double until) {
        stretches.add(new Stretch(name, new Span(from, until)));
        return this;
    }

    /** Whether there is something to see: cells, or marks whose heights differ by more than rounding. */
    public boolean varies() {
        double[] heights = heights().toArray();
        return !cells.isEmpty()
                || heights.length > 0
                        && !Axis.isLevel(
                                Arrays.stream(heights).min().orElseThrow(),
                                Arrays.stream(heights).max().orElseThrow());
    }

    /** Whether there are enough colours to give each of this many series its own. */
    public static boolean tellsApart(long series) {
        return series <= Palette.SIZE;
    }

    /** The chart as an SVG file. */
    public String svg() {
        return new ChartSheet("", List.of(List.of(this))).svg();
    }

    /** The chart as a figure of a page. */
    public String figure() {
        return new ChartSheet("", List.of(List.of(this))).figure();
    }

    String title() {
        return title;
    }

    /** What those hear who do not see the chart. */
    String spoken() {
        String over = across.name().isEmpty() ? "" : " over " + across.name();
        return title + over + (up.names().isEmpty() || up.name().isEmpty() ? "" : " and " + up.name());
    }

    /** Room around the plot for labels, title and key, in pixels. */
    record Margins(double left, double top, double right, double bottom) {}

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Margins margins() {
        Scale vertical = vertical(height, 0);
        double left = Math.max(40, letters(texts(up, vertical, ticks(up, vertical))) * LETTER_WIDTH + 2 * LABEL_GAP);
        int lines = (title.isEmpty() ? 0 : 1)
                + (up.name().isEmpty() && !hasNamedStretch() ? 0 : 1)
                + keyLines(left).size();
        Scale horizontal = horizontal(0, width);
        List<String> below = texts(across, horizontal, ticks(across, horizontal));
        double foot = letters(below) == 0 ? 4 : isSlanted(below) ? letters(below) * 0.75 * LETTER_WIDTH + MARGIN : 22;
        return new Margins(
                left, lines * LINE_HEIGHT + 10, 30, foot + (across.name().isEmpty() ? 0 : LINE_HEIGHT));
    }

    private boolean hasNamedStretch() {
        return stretches.stream().anyMatch(stretch -> !stretch.name().isEmpty());
    }

    private static int letters(List<String> texts) {
        return Math.min(
                MOST_LETTERS, texts.stream().mapToInt(String::length).max().orElse(0));
    }

    /** The series with a name, in lines as wide as the chart. */
    private List<List<Series>> keyLines(double left) {
        List<List<Series>> lines = new ArrayList<>();
        double free = 0;
        for (Series each : series) {
            if (!each.name().isEmpty()) {
                double needed = keyWidth(each);
                if (lines.isEmpty() || free < needed) {
                    lines.add(new ArrayList<>());
                    free = left + width;
                }
                lines.get(lines.size() - 1).add(each);
                free -= needed;
            }
        }
        return lines;
    }

    private static double keyWidth(Series series) {
        return LETTER_WIDTH * Math.min(2 * MOST_LETTERS, series.name().length()) + 28.0;
    }

    private Scale horizontal(double fromPixel, double untilPixel) {
        double[] places = DoubleStream.concat(
                        DoubleStream.concat(
                                series.stream()
                                        .flatMap(each -> each.marks().stream())
                                        .flatMapToDouble(mark -> values(mark.x(), mark.across())),
                                cells.stream().flatMapToDouble(cell -> values(Double.NaN, cell.across()))),
                        DoubleStream.concat(
                                bands.stream().flatMapToDouble(band -> Arrays.stream(band.x())),
                                Stream.concat(
                                                images.stream().map(Image::across),
                                                stretches.stream().map(Stretch::across))
                                        .flatMapToDouble(span -> values(Double.NaN, span))))
                .filter(place -> Double.isFinite(place) && !(across.isLogarithmic() && place <= 0))
                .toArray();
        return across.scale(
                Arrays.stream(places).min().orElse(0),
                Arrays.stream(places).max().orElse(1),
                fromPixel,
                untilPixel);
    }

    private Scale vertical(double bottom, double top) {
        double[] heights = heights().toArray();
        double lowest = Arrays.stream(heights).min().orElse(0);
        double highest = Arrays.stream(heights).max().orElse(1);
        return up.scale(lowest, Axis.isLevel(lowest, highest) ? lowest : highest, bottom, top);
    }

    private DoubleStream heights() {
        return Stream.of(
                        series.stream()
                                .flatMap(each -> each.marks().stream())
                                .flatMapToDouble(mark -> values(mark.y(), mark.up())),
                        cells.stream().flatMapToDouble(cell -> values(Double.NaN, cell.up())),
                        bands.stream()
                                .flatMapToDouble(band ->
                                        DoubleStream.concat(Arrays.stream(band.low()), Arrays.stream(band.high()))),
                        rules.stream().filter(rule -> !rule.upright()).mapToDouble(Rule::at))
                .flatMapToDouble(Function.identity())
                .filter(height -> Double.isFinite(height) && !(up.isLogarithmic() && height <= 0));
    }

    private static DoubleStream values(double value, Span span) {
        return DoubleStream.of(value, span.low(), span.high());
    }

    /** Where an axis has labels: at round numbers, or at so many of its names as have room. */
    private static double[] ticks(Axis axis, Scale scale) {
        int names = axis.names().size();
        if (names == 0) {
            return scale.marks();
        }
        double room = Math.abs(scale.untilPixel() - scale.fromPixel()) / names;
        int step = (int) Math.max(1, Math.ceil(13 / room));
        return IntStream.range(0, names)
                .filter(i -> i % step == 0)
                .asDoubleStream()
                .toArray();
    }

    private static List<String> texts(Axis axis, Scale scale, double[] ticks) {
        return axis.names().isEmpty()
                ? axis.texts(ticks)
                : Arrays.stream(ticks)
                        .mapToObj(tick -> Svg.shortened(axis.names().get((int) tick), MOST_LETTERS))
                        .toList();
    }

    /** Whether names below the chart have no room beside each other. */
    private boolean isSlanted(List<String> below) {
        return !across.names().isEmpty() && (letters(below) + 1) * LETTER_WIDTH > width / Math.max(1, below.size());
    }

    /** Draws the chart. @param interactive whether its values go with it */
    void draw(Svg svg, double x, double y, Margins margins, boolean interactive) {
        new Drawing(svg, x, y, margins).draw(interactive);
    }

    /** Whether the script may stretch the chart: nothing that is drawn has a size of its own across. */
    private boolean isZoomable() {
        return across.names().isEmpty()
                && series.stream().noneMatch(each -> each.look() == Look.BARS)
                && cells.stream().allMatch(cell -> cell.text().isEmpty());
    }

    /** The chart in its place. */
    private final class Drawing {

        private final Svg svg;
        private final double x;
        private final double y;
        private final double left;
        private final double top;
        private final double right;
        private final double bottom;
        private final Scale horizontal;
        private final Scale vertical;

        Drawing(Svg svg, double x, double y, Margins margins) {
            this.svg = svg;
            this.x = x;
            this.y = y;
            this.left = x + margins.left();
            this.top = y + margins.top();
            this.right = left + width;
            this.bottom = top + height;
            this.horizontal = horizontal(left, right);
            this.vertical = vertical(bottom, top);
        }

        void draw(boolean interactive) {
            svg.open(
                    "g class='chart' data-title='%s' data-across='%s' data-up='%s' data-from='%s' data-until='%s' data-log='%s'"
                            + " data-across-unit='%s' data-up-unit='%s' data-zoom='%s'",
                    title,
                    across.name(),
                    up.name(),
                    number(horizontal.from()),
                    number(horizontal.until()),
                    horizontal.logarithmic(),
                    across.unit(),
                    up.unit(),
                    isZoomable());
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
            stretches.forEach(this::addStretch);
            images.forEach(this::addImage);
            bands.forEach(this::addBand);
            addCells(interactive);
            rules.forEach(this::addRule);
            for (int i = 0; i < series.size(); i++) {
                addSeries(i, interactive);
            }
            svg.close("svg");
            addNames();
            svg.close("g");
        }

        private void addHead() {
            double line = y + 13;
            if (!title.isEmpty()) {
                svg.addText(x, line, "start", title, " class='title' font-weight='600'");
                line += LINE_HEIGHT;
            }
            for (List<Series> keys : keyLines(left - x)) {
                double at = x + 5;
                for (Series each : keys) {
                    svg.open("g class='key' data-series='%s'", series.indexOf(each));
                    svg.addDot(at, line - 4, 4, each.paint(), " class='dot " + each.style() + "'", "");
                    svg.addText(at + 9, line, "start", Svg.shortened(each.name(), 2 * MOST_LETTERS));
                    svg.close("g");
                    at += keyWidth(each);
                }
                line += LINE_HEIGHT;
            }
            if (!up.name().isEmpty()) {
                svg.addText(x, top - 7, "start", up.name());
            }
        }

        private void addUpAxis() {
            double[] ticks = ticks(up, vertical);
            List<String> texts = texts(up, vertical, ticks);
            for (int i = 0; i < ticks.length; i++) {
                double at = vertical.at(ticks[i]);
                if (up.names().isEmpty()) {
                    svg.add("path class='grid' stroke='#dddddd' d='M%s,%sH%s'", left, at, right);
                }
                svg.addText(left - LABEL_GAP, at + 4, "end", texts.get(i));
            }
            svg.addAxes(left, top, right, bottom);
            if (up.leavesOutZero() && vertical.from() > 0) {
                for (double at : new double[] {bottom - 4, bottom - 9}) {
                    svg.add("path class='axis break' fill='none' stroke='#777777' d='M%s,%sl10,-5'", left - 5, at);
                }
            }
        }

        private void addAcrossAxis() {
            double[] ticks = ticks(across, horizontal);
            List<String> texts = texts(across, horizontal, ticks);
            boolean slanted = isSlanted(texts);
            svg.open("g class='across' data-left='%s' data-right='%s' data-y='%s'", left, right, bottom);
            double free = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < ticks.length; i++) {
                double at = horizontal.at(ticks[i]);
                double half = LETTER_WIDTH * texts.get(i).length() / 2.0;
                if (slanted) {
                    svg.addSlantedText(at + 4, bottom + 13, texts.get(i));
                } else if (at - half > free && !texts.get(i).isEmpty()) {
                    svg.add("path class='axis' stroke='#777777' d='M%s,%sv4'", at, bottom);
                    svg.addText(at, bottom + 17, "middle", texts.get(i));
                    free = at + half + LETTER_WIDTH;
                }
            }
            svg.close("g");
            if (!across.name().isEmpty()) {
                double foot = bottom + margins().bottom() - 4;
                svg.addText((left + right) / 2, foot, "middle", across.name());
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
            if (cells.isEmpty()) {
                return;
            }
            svg.open("g class='cells'" + (interactive ? " data-points='%s'" : ""), interactive ? cellData() : "");
            Map<Long, StringBuilder> plain = new TreeMap<>();
            for (Cell cell : cells) {
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
            for (Rule rule : rules) {
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
            for (Stretch stretch : stretches) {
                double from = horizontal.at(stretch.across().low());
                double room = horizontal.at(stretch.across().high()) - from;
                if (stretch.name().length() * LETTER_WIDTH <= room + LABEL_GAP) {
                    svg.addText(from + room / 2, top - 4, "middle", stretch.name());
                }
            }
            svg.close("g");
        }

        /** Whether the first series is in the upper half at a place, so that there is room for a name below. */
        private boolean isHigh(double at) {
            return series.stream()
                    .limit(1)
                    .flatMap(each -> each.marks().stream())
                    .min((one, other) -> Double.compare(
                            Math.abs(horizontal.at(one.x()) - at), Math.abs(horizontal.at(other.x()) - at)))
                    .filter(mark -> vertical.at(mark.y()) < (top + bottom) / 2)
                    .isPresent();
        }

        private void addSeries(int number, boolean interactive) {
            Series each = series.get(number);
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
                case BARS -> each.marks().forEach(mark -> addBar(each, mark));
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
                        "path class='bar' fill='none' stroke-width='1.5' stroke-opacity='0.7' vector-effect='non-scaling-stroke' d='%s'",
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
                                    ? "H" + Svg.pixels(horizontal.at(mark.x())) + "V"
                                            + Svg.pixels(vertical.at(mark.y()))
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
            String template =
                    "path class='dot' stroke-width='%s' stroke-linecap='%s' vector-effect='non-scaling-stroke' d='M%sh0.01'";
            String at = point(mark.x(), mark.y());
            String hint = mark.hint().isEmpty() && !isPlain() ? hint(each, mark) : mark.hint();
            if (!mark.address().isEmpty()) {
                svg.addLinked(mark.address(), hint, template, size, cap, at);
            } else {
                svg.addHinted(hint, template, size, cap, at);
            }
        }

        /** Whether the script finds the values under the pointer by their place on the horizontal axis. */
        private boolean isPlain() {
            return across.names().isEmpty() && up.names().isEmpty();
        }

        private String hint(Series each, Mark mark) {
            String name = each.name().isEmpty() ? "" : ", " + each.name();
            return up.names().isEmpty()
                    ? across.text(mark.x()) + name + ": " + up.text(mark.y())
                    : up.text(mark.y()) + name + ": " + across.text(mark.x());
        }

        private void addBar(Series each, Mark mark) {
            List<Series> bars =
                    series.stream().filter(one -> one.look() == Look.BARS).toList();
            boolean level = !up.names().isEmpty();
            Scale along = level ? vertical : horizontal;
            double thickness = 0.8 * Math.abs(along.at(1) - along.at(0)) / bars.size();
            double begin = along.at(level ? mark.y() : mark.x()) + thickness * (bars.indexOf(each) - bars.size() / 2.0);
            double value = level ? horizontal.at(mark.x()) : vertical.at(mark.y());
            double zero = level ? horizontal.at(0) : vertical.at(0);
            if (!Double.isFinite(value)) {
                return;
            }
            double from = Math.min(zero, value);
            double length = Math.max(1, Math.abs(value - zero));
            svg.addHinted(
                    mark.hint().isEmpty() ? hint(each, mark) : mark.hint(),
                    "rect class='solid' stroke='none' x='%s' y='%s' width='%s' height='%s'",
                    level ? from : begin,
                    level ? begin : from,
                    level ? length : thickness,
                    level ? thickness : length);
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
            svg.add(
                    "path class='strokes' fill='none' stroke-width='1.5' vector-effect='non-scaling-stroke' d='%s'",
                    path);
        }
    }

    /** The marks of a series as JSON: place and height of each, and the ends of the intervals if it has any. */
    private String seriesData(Series each) {
        return each.marks().stream()
                .map(mark -> Stream.of(
                                Stream.of(value(across, mark.x()), value(up, mark.y())),
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
        return cells.stream()
                .map(cell -> Stream.of(
                                value(across, middle(across, cell.across())),
                                value(up, middle(up, cell.up())),
                                cell.text().isEmpty() ? number(cell.shade()) : quoted(cell.text()))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static double middle(Axis axis, Span span) {
        double middle = (span.low() + span.high()) / 2;
        return axis.names().isEmpty() ? middle : Math.rint(middle);
    }

    private static String value(Axis axis, double value) {
        return axis.names().isEmpty() ? number(value) : quoted(axis.names().get((int) value));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
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
