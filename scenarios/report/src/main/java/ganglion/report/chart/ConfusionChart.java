package ganglion.report.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Decisions by class as a field of squares: a row for each class, a column for each decision. The larger the share of the class
 * that got this decision, the darker the square: blue where it is right, orange where it is wrong.
 *
 * @param title what is drawn
 * @param names of the classes; not empty
 * @param counts number of samples by class and decision; not copied
 */
public record ConfusionChart(String title, List<String> names, int[][] counts) {

    private static final String LEGEND = "rows: class; columns: decision";

    private static final int WIDTH = 640;
    private static final int TOP = 46;
    private static final int CELL = 40;

    /** Smallest square with a number in it. */
    private static final int READABLE_CELL = 20;

    /** Smallest square with a name beside it. */
    private static final int NAMED_CELL = 11;

    private static final int LETTER_WIDTH = 7;
    private static final int LETTERS = 24;

    /** Opacity of the darkest square, on which black and white text can still be read. */
    private static final double DARKEST = 0.7;

    /** The picture as a figure of a page. */
    public String figure() {
        return drawing().figure();
    }

    /** The picture as an SVG file. */
    public String svg() {
        return drawing().markup();
    }

    private Svg drawing() {
        int letters = names.stream().mapToInt(String::length).max().orElse(0);
        int left = LETTER_WIDTH * Math.min(LETTERS, letters) + 16;
        int cell = Math.max(1, Math.min(CELL, (WIDTH - 2 * left) / names.size()));
        int bottom = TOP + cell * names.size();
        int texts = left + LETTER_WIDTH * Math.max(title.length(), LEGEND.length());
        Svg svg = Svg.chart(Math.max(texts, left + cell * names.size() + left), bottom + left + 8, title);
        svg.addTitle(left, 14, title);
        svg.addText(left, TOP - 10, "start", LEGEND);
        for (int row = 0; row < names.size(); row++) {
            int samples = Math.max(1, Arrays.stream(counts[row]).sum());
            for (int column = 0; column < names.size(); column++) {
                addCell(svg, row, column, left, cell, (double) counts[row][column] / samples);
            }
            if (cell >= NAMED_CELL) {
                double middle = (row + 0.5) * cell;
                svg.addText(left - 6, TOP + middle + 4, "end", shortened(names.get(row)));
                svg.addSlantedText(left + middle + 4, bottom + 12.0, shortened(names.get(row)));
            }
        }
        svg.add(
                "rect class='axis' fill='none' stroke='#777777' x='%s' y='%s' width='%s' height='%s'",
                left, TOP, cell * names.size(), cell * names.size());
        return svg;
    }

    private void addCell(Svg svg, int row, int column, int left, int cell, double share) {
        int count = counts[row][column];
        if (count == 0) {
            return;
        }
        int x = left + column * cell;
        int y = TOP + row * cell;
        String hint = names.get(row) + " taken for " + names.get(column) + ": " + count;
        svg.addHinted(
                hint,
                "rect x='%s' y='%s' width='%s' height='%s' fill='%s' fill-opacity='%s'",
                x,
                y,
                cell,
                cell,
                row == column ? Palette.BLUE : Palette.ORANGE,
                Svg.share(DARKEST * share));
        if (cell >= READABLE_CELL) {
            svg.addText(x + cell / 2.0, y + cell / 2.0 + 4, "middle", Integer.toString(count), " class='cell'");
        }
    }

    private static String shortened(String name) {
        return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1) + "…";
    }
}
