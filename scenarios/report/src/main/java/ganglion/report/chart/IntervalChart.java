package ganglion.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values of several kinds by name, on one logarithmic axis: a row for each name, a dot for each kind, and through it a bar over its
 * interval.
 *
 * @param title what is drawn
 * @param kinds the kinds of values, in the order of their colours
 * @param axis labels of the values, which are positive
 * @param rows from top to bottom
 */
public record IntervalChart(String title, List<String> kinds, Axis axis, List<Row> rows) {

    private static final int PLOT_WIDTH = 520;
    private static final int TOP = 54;
    private static final int ROW_HEIGHT = 17;
    private static final int FOOT = 34;
    private static final int MARGIN = 24;
    private static final int LETTER_WIDTH = 7;
    private static final int RADIUS = 4;

    /** Decades with a label each are this many at most. */
    private static final int LABELS_AT_ONCE = 8;

    /** Takes copies of the lists. */
    public IntervalChart {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param name stands beside it
     * @param values one for each kind, absent where it is unknown
     */
    public record Row(String name, List<Optional<Value>> values) {

        /** Takes a copy of the list. */
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * A value.
     *
     * @param middle positive
     * @param low lower end of its interval, positive
     * @param high upper end
     */
    public record Value(double middle, double low, double high) {}

    /** The chart as an SVG file; there must be a value. */
    public String svg() {
        int left = LETTER_WIDTH
                        * rows.stream()
                                .mapToInt(row -> row.name().length())
                                .max()
                                .orElse(0)
                + MARGIN;
        int right = left + PLOT_WIDTH;
        int bottom = TOP + ROW_HEIGHT * rows.size();
        Svg svg = Svg.chart(right + MARGIN, bottom + FOOT, title);
        svg.addTitle(left, 16, title);
        addKey(svg, left);
        Scale across = axis.scale(
                values().mapToDouble(Value::low).min().orElse(1) / 2,
                values().mapToDouble(Value::high).max().orElse(1) * 2,
                left,
                right);
        addMarks(svg, across, bottom);
        for (int i = 0; i < rows.size(); i++) {
            addRow(svg, rows.get(i), across, left, TOP + ROW_HEIGHT * i);
        }
        return svg.markup();
    }

    private void addKey(Svg svg, int left) {
        int x = left + RADIUS;
        for (int kind = 0; kind < kinds.size(); kind++) {
            svg.addDot(x, 34, RADIUS, Palette.colour(kind), "");
            svg.addText(x + 2 * RADIUS, 38, "start", kinds.get(kind));
            x += LETTER_WIDTH * kinds.get(kind).length() + MARGIN;
        }
    }

    private void addMarks(Svg svg, Scale across, int bottom) {
        double[] marks = across.marks();
        List<String> texts = axis.texts(marks);
        int step = marks.length / LABELS_AT_ONCE + 1;
        for (int i = 0; i < marks.length; i += step) {
            double x = across.at(marks[i]);
            svg.add("line class='grid' x1='%s' y1='%s' x2='%s' y2='%s' stroke='#dddddd'", x, TOP, x, bottom);
            svg.addText(x, bottom + 18, "middle", texts.get(i));
        }
    }

    private void addRow(Svg svg, Row row, Scale across, int left, int top) {
        double middle = top + ROW_HEIGHT / 2.0;
        svg.addText(left - 8, middle + 4, "end", row.name());
        for (int kind = 0; kind < row.values().size(); kind++) {
            if (row.values().get(kind).isPresent()) {
                Value value = row.values().get(kind).get();
                svg.add(
                        "line x1='%s' y1='%s' x2='%s' y2='%s' stroke='%s' stroke-width='2'",
                        across.at(value.low()), middle, across.at(value.high()), middle, Palette.colour(kind));
                String hint = row.name() + ", " + kinds.get(kind) + ": " + axis.text(value.middle());
                svg.addDot(across.at(value.middle()), middle, RADIUS, Palette.colour(kind), hint);
            }
        }
    }

    private Stream<Value> values() {
        return rows.stream().flatMap(row -> row.values().stream()).flatMap(Optional::stream);
    }
}
