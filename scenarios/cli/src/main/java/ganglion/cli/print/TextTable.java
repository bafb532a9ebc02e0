package ganglion.cli.print;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal: columns as wide as they must be, two spaces between them, nothing after the last cell. */
public final class TextTable {

    /** Which side of a column its cells keep to. */
    public enum Side {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param sides the side of each column: text to the left, numbers to the right */
    public TextTable(Side... sides) {
        this.sides = List.of(sides);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public TextTable row(String... cells) {
        if (cells.length != sides.size()) {
            throw new IllegalArgumentException(
                    "a row of " + sides.size() + " columns has no " + cells.length + " cells");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Prints all rows, each after the indent. */
    public void print(PrintStream out, String indent) {
        int[] widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < widths.length; column++) {
                line.append(column == 0 ? "" : GAP).append(padded(row.get(column), sides.get(column), widths[column]));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Places that the longest line takes on the screen, without an indent. */
    public int width() {
        return Arrays.stream(widths()).sum() + GAP.length() * (sides.size() - 1);
    }

    private int[] widths() {
        int[] widths = new int[sides.size()];
        Arrays.setAll(
                widths,
                column -> rows.stream()
                        .mapToInt(row -> length(row.get(column)))
                        .max()
                        .orElse(0));
        return widths;
    }

    private static String padded(String cell, Side side, int width) {
        String padding = " ".repeat(width - length(cell));
        return side == Side.LEFT ? cell + padding : padding + cell;
    }

    /** Places that a cell takes on the screen; the codes of colours take none. */
    private static int length(String cell) {
        String visible = cell.replaceAll("\u001b\\[[0-9;]*m", "");
        return visible.codePointCount(0, visible.length());
    }
}
