package ganglion.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
    static final int LABEL_GAP = 8;
    static final int MOST_LETTERS = 36;

    final String title;
    final Axis across;
    final Axis up;
    private int width = WIDTH;
    private int height = HEIGHT;
    private int colours;
    final List<Series> series = new ArrayList<>();
    final List<Cell> cells = new ArrayList<>();
    final List<Band> bands = new ArrayList<>();
    final List<Image> images = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final List<Stretch> stretches = new ArrayList<>();

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
     */
    public record Mark(double x, double y, Span across, Span up, String hint) {

        /** A mark that is not explained. */
        public Mark(double x, double y) {
            this(x, y, "");
        }

        /** A mark with a hint. */
        public Mark(double x, double y, String hint) {
            this(x, y, Span.NONE, Span.NONE, hint);
        }

        /** The mark with an interval of its height. */
        public Mark between(double low, double high) {
            return new Mark(x, y, across, new Span(low, high), hint);
        }

        /** The mark with an interval of its place. */
        public Mark spread(double low, double high) {
            return new Mark(x, y, new Span(low, high), up, hint);
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

    record Series(String name, Look look, List<Mark> marks, int colour) {

        String paint() {
            return colour < 0 ? Palette.GREY : Palette.colour(colour);
        }

        String style() {
            return colour < 0 ? "shared" : Palette.style(colour);
        }
    }

    record Band(double[] x, double[] low, double[] high) {}

    record Image(String png, Span across) {}

    record Rule(boolean upright, double at, String name) {}

    record Stretch(String name, Span across) {}

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
    List<List<Series>> keyLines(double left) {
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

    static double keyWidth(Series series) {
        return LETTER_WIDTH * Math.min(2 * MOST_LETTERS, series.name().length()) + 28.0;
    }

    Scale horizontal(double fromPixel, double untilPixel) {
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

    Scale vertical(double bottom, double top) {
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
    static double[] ticks(Axis axis, Scale scale) {
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

    static List<String> texts(Axis axis, Scale scale, double[] ticks) {
        return axis.names().isEmpty()
                ? axis.texts(ticks)
                : Arrays.stream(ticks)
                        .mapToObj(tick -> Svg.shortened(axis.names().get((int) tick), MOST_LETTERS))
                        .toList();
    }

    /** Whether names below the chart have no room beside each other. */
    boolean isSlanted(List<String> below) {
        return !across.names().isEmpty() && (letters(below) + 1) * LETTER_WIDTH > width / Math.max(1, below.size());
    }

    /** Draws the chart. @param interactive whether its values go with it */
    void draw(Svg svg, double x, double y, Margins margins, boolean interactive) {
        new ChartDrawing(this, svg, x, y, margins).draw(interactive);
    }

    /** Whether the script may stretch the chart: nothing that is drawn has a size of its own across. */
    boolean isZoomable() {
        return across.names().isEmpty()
                && cells.stream().allMatch(cell -> cell.text().isEmpty());
    }
}
