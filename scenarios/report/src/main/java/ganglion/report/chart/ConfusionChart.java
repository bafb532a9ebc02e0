package ganglion.report.chart;

import ganglion.report.chart.Chart.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Decisions by class as a field of squares: a row for each class, a column for each decision. The larger the share of the class that got
 * this decision, the darker the square: blue where it is right, orange where it is wrong.
 */
public final class ConfusionChart {

    private static final int CELL = 40;
    private static final int SMALLEST = 120;
    private static final int LARGEST = 420;
    /** With more classes, the squares are too small for numbers. */
    private static final int MOST_WRITTEN = 20;
    /** Strength of the darkest square, on which black and white text can still be read. */
    private static final double DARKEST = 0.65;

    private ConfusionChart() {}

    /**
     * The chart.
     *
     * @param names of the classes; not empty
     * @param counts number of samples by class and decision
     */
    public static Chart of(String title, List<String> names, int[][] counts) {
        int classes = names.size();
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < classes; row++) {
            double samples = Math.max(1, Arrays.stream(counts[row]).sum());
            for (int column = 0; column < classes; column++) {
                int count = counts[row][column];
                if (count > 0) {
                    cells.add(Cell.at(
                            column,
                            classes - 1 - row,
                            DARKEST * count / samples * (row == column ? 1 : -1),
                            classes > MOST_WRITTEN ? "" : Integer.toString(count),
                            names.get(row) + " taken for " + names.get(column) + ": " + count,
                            false));
                }
            }
        }
        List<String> upwards = new ArrayList<>(names);
        Collections.reverse(upwards);
        int side = Math.max(SMALLEST, Math.min(LARGEST, CELL * classes));
        return new Chart(title, Axis.ofNames("decision", names), Axis.ofNames("class", upwards))
                .size(side, side)
                .cells(cells);
    }
}
