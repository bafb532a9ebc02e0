package ganglion.report.chart;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Charts as one drawing, in rows: one below another they share their left edge, so that equal axes of time lie below each other.
 *
 * @param title stands above them; may be empty
 * @param rows each a list of charts from left to right
 */
public record ChartSheet(String title, List<List<Chart>> rows) {

    private static final int GAP = 10;
    /** On small screens, wider drawings are moved sideways instead of being drawn too small to read. */
    private static final int WIDE = 560;

    /** Takes copies of the lists. */
    public ChartSheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Charts one below another. */
    public static ChartSheet column(String title, List<Chart> charts) {
        return new ChartSheet(title, charts.stream().map(List::of).toList());
    }

    /** The drawing as an SVG file, on white. */
    public String svg() {
        return drawing(false);
    }

    /** The drawing as a figure of a page, which its script lets a reader explore. */
    public String figure() {
        return "<figure class=\"" + (width() > WIDE ? "chart wide" : "chart") + "\">" + drawing(true) + "</figure>\n";
    }

    private String drawing(boolean interactive) {
        double left = left();
        int head = title.isEmpty() ? 0 : Chart.LINE_HEIGHT + GAP;
        double height = rows.stream().mapToDouble(ChartSheet::height).sum() + head + GAP;
        String spoken = rows.stream().flatMap(List::stream).map(Chart::spoken).collect(Collectors.joining("; "));
        Svg svg = Svg.chart((int) Math.ceil(width()), (int) Math.ceil(height), title.isEmpty() ? spoken : title);
        if (!interactive) {
            svg.add("rect width='100%%' height='100%%' fill='white'");
        }
        if (!title.isEmpty()) {
            svg.addTitle(0, 14, title);
        }
        double y = head;
        for (List<Chart> row : rows) {
            double x = 0;
            for (int i = 0; i < row.size(); i++) {
                Chart.Margins own = row.get(i).margins();
                Chart.Margins margins = i == 0 ? new Chart.Margins(left, own.top(), own.right(), own.bottom()) : own;
                row.get(i).draw(svg, x, y, margins, interactive);
                x += margins.left() + row.get(i).width() + margins.right();
            }
            y += height(row);
        }
        return svg.markup();
    }

    /** The left margin that all rows have. */
    private double left() {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .mapToDouble(row -> row.get(0).margins().left())
                .max()
                .orElse(0);
    }

    private double width() {
        double left = left();
        return rows.stream().mapToDouble(row -> width(row, left)).max().orElse(0);
    }

    private static double width(List<Chart> row, double left) {
        double width = 0;
        for (int i = 0; i < row.size(); i++) {
            Chart.Margins margins = row.get(i).margins();
            width += (i == 0 ? left : margins.left()) + row.get(i).width() + margins.right();
        }
        return width;
    }

    private static double height(List<Chart> row) {
        return row.stream()
                .mapToDouble(chart ->
                        chart.margins().top() + chart.height() + chart.margins().bottom() + GAP)
                .max()
                .orElse(0);
    }
}
