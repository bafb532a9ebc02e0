package ganglion.report.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A figure over two axes as a table of coloured cells, from the lowest value (pale) to the highest (strong), with the values in them.
 *
 * @param title what is drawn
 * @param scale how values are written
 * @param across name of the horizontal axis
 * @param columns its values as text, from left to right
 * @param up name of the vertical axis
 * @param rows its values as text, from bottom to top
 * @param cells for each row its cells, one for each column
 */
public record HeatMap(
        String title,
        Axis scale,
        String across,
        List<String> columns,
        String up,
        List<String> rows,
        List<List<Cell>> cells) {

    private static final int TOP = 30;
    private static final int CELL_HEIGHT = 32;
    private static final int PLOT_WIDTH = 540;
    private static final int LEAST_CELL_WIDTH = 34;
    private static final int LETTER_WIDTH = 7;
    private static final int CELL_MARGIN = 4;
    private static final int MARGIN = 16;
    private static final int FOOT = 44;

    /** The lightest cell is not white, so that it shows. */
    private static final double PALEST = 0.08;

    /** From here on, letters are white. */
    private static final double DARK = 0.65;

    /** Takes copies. */
    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * A cell.
     *
     * @param value empty if it is unknown
     * @param failed whether something expected does not hold there: its cell has a frame
     * @param hint what browsers show under the pointer
     */
    public record Cell(OptionalDouble value, boolean failed, String hint) {}

    /** The map as a figure of a page. */
    public String figure() {
        return drawing().figure();
    }

    /** The map as an SVG file. */
    public String svg() {
        return drawing().markup();
    }

    private Svg drawing() {
        int left = Math.max(
                80, LETTER_WIDTH * rows.stream().mapToInt(String::length).max().orElse(0) + 2 * MARGIN);
        DoubleSummaryStatistics values = values().summaryStatistics();
        double width = Math.max(leastCellWidth(values), (double) PLOT_WIDTH / columns.size());
        int bottom = TOP + 8 + CELL_HEIGHT * rows.size();
        int right = (int) Math.ceil(left + width * columns.size());
        Svg svg = Svg.chart(right + MARGIN, bottom + FOOT, title + " over " + across + " and " + up);
        svg.addTitle(left, TOP - 12, title);
        svg.addText(left - 8, TOP, "end", up);
        for (int row = 0; row < rows.size(); row++) {
            double y = bottom - CELL_HEIGHT * (row + 1.0);
            svg.addText(left - 8, y + CELL_HEIGHT / 2.0 + 4, "end", rows.get(row));
            for (int column = 0; column < columns.size(); column++) {
                addCell(svg, cells.get(row).get(column), left + width * column, y, width, values);
            }
        }
        for (int column = 0; column < columns.size(); column++) {
            svg.addText(left + width * (column + 0.5), bottom + 18, "middle", columns.get(column));
        }
        svg.addText((left + right) / 2.0, bottom + 36, "middle", across);
        return svg;
    }

    private DoubleStream values() {
        return cells.stream().flatMap(List::stream).flatMapToDouble(cell -> cell.value().stream());
    }

    /** Room for the longest value. */
    private int leastCellWidth(DoubleSummaryStatistics all) {
        int letters = values().mapToObj(value -> scale.textAmong(value, all.getMin(), all.getMax()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(LEAST_CELL_WIDTH, LETTER_WIDTH * letters + CELL_MARGIN);
    }

    private void addCell(Svg svg, Cell cell, double x, double y, double width, DoubleSummaryStatistics all) {
        if (cell.value().isEmpty()) {
            svg.addText(x + width / 2, y + CELL_HEIGHT / 2.0 + 4, "middle", "-");
            return;
        }
        double value = cell.value().getAsDouble();
        double range = all.getMax() - all.getMin();
        double share = range > 0 ? (value - all.getMin()) / range : 0;
        double shade = PALEST + (1 - PALEST) * share;
        svg.addHinted(
                cell.hint(),
                "rect x='%s' y='%s' width='%s' height='%s' fill='%s' fill-opacity='%s'",
                x + 1,
                y + 1,
                width - 2,
                CELL_HEIGHT - 2.0,
                Palette.BLUE,
                Svg.share(shade));
        if (cell.failed()) {
            svg.add(
                    "rect x='%s' y='%s' width='%s' height='%s' fill='none' stroke='%s' stroke-width='2'",
                    x + 2, y + 2, width - 4, CELL_HEIGHT - 4.0, Palette.ORANGE);
        }
        String style = shade > DARK ? " class='on-dark' fill='#ffffff'" : " class='cell'";
        svg.addText(
                x + width / 2,
                y + CELL_HEIGHT / 2.0 + 4,
                "middle",
                scale.textAmong(value, all.getMin(), all.getMax()),
                style);
    }
}
