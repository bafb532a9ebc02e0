package ganglion.documents.table;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of an answer: columns, and rows of cells. Made once from a result, and shown as text for a terminal, as CSV, as Markdown, or by a
 * page as HTML.
 *
 * <pre>{@code
 * Table table = new Table(Column.text("chip"), Column.number("energy", "J"));
 * table.row(Cell.of("loihi"), Cell.of(2.36e-11, "23.6 pJ"));
 * table.print(out, "  "); // chip    energy  /  loihi  23.6 pJ
 * table.csv();            // chip,energy_J  /  loihi,2.36E-11
 * }</pre>
 */
public final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param title what people read above it; may be empty
     * @param unit of the values in CSV, such as {@code J}; empty if they have none
     * @param number whether it holds numbers, which keep to the right
     */
    public record Column(String title, String unit, boolean number) {

        /** A column of words, which keep to the left. */
        public static Column text(String title) {
            return new Column(title, "", false);
        }

        /** A column of numbers without a unit, or of numbers that are shown with one. */
        public static Column number(String title) {
            return new Column(title, "", true);
        }

        /** A column of numbers that CSV gives in a unit. */
        public static Column number(String title, String unit) {
            return new Column(title, unit, true);
        }

        private String csvName() {
            String name = title.strip().replace(' ', '_');
            return CsvCell.of(unit.isEmpty() ? name : name + "_" + unit);
        }
    }

    /**
     * A cell.
     *
     * @param text what people read, such as {@code 23.6 pJ}; may hold codes of a terminal's colours
     * @param value what programs read, such as {@code 2.36E-11}; empty if there is none
     */
    public record Cell(String text, String value) {

        /** A cell with the same text in a terminal and in CSV. */
        public static Cell of(String text) {
            return new Cell(text, text);
        }

        /** A whole number. */
        public static Cell of(long value) {
            return of(Long.toString(value));
        }

        /** A number that people read rounded, or with a unit. CSV leaves its cell empty if it is not finite. */
        public static Cell of(double value, String text) {
            return new Cell(text, Double.isFinite(value) ? Double.toString(value) : "");
        }
    }

    /** A table without rows. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** A table without rows, whose columns depend on a result. */
    public Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Adds a row of cells with the same text in a terminal and in CSV.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public Table row(String... cells) {
        return row(Arrays.stream(cells).map(Cell::of).toList());
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public Table row(Cell... cells) {
        return row(List.of(cells));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public Table row(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + columns.size() + " columns has no " + cells.size() + " cells");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The columns, from the left. */
    public List<Column> columns() {
        return columns;
    }

    /** The rows so far, each with as many cells as there are columns. */
    public List<List<Cell>> rows() {
        return List.copyOf(rows);
    }

    /**
     * Prints the table for a terminal: a line of titles, unless all are empty, and one for each row. Columns are as wide as they must be,
     * two spaces apart, and nothing stands after the last cell. A table without rows prints nothing.
     *
     * @param indent what every line begins with
     */
    public void print(PrintStream out, String indent) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths();
        for (List<String> line : lines()) {
            StringBuilder text = new StringBuilder(indent);
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - length(line.get(column)));
                text.append(column == 0 ? "" : GAP)
                        .append(columns.get(column).number() ? padding + line.get(column) : line.get(column) + padding);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    /** The table in the dialect of Markdown that forges read, with a line of titles; no cell opens an element, an emphasis, code or another cell. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        addMarkdown(text, columns, Column::title);
        addMarkdown(text, columns, column -> "---");
        rows.forEach(row -> addMarkdown(text, row, Cell::text));
        return text.toString();
    }

    private static <T> void addMarkdown(StringBuilder text, List<T> cells, Function<T, String> content) {
        for (T cell : cells) {
            text.append("| ").append(inMarkdown(content.apply(cell))).append(' ');
        }
        text.append("|\n");
    }

    /** A text as Markdown that shows it in one line, letter by letter. */
    public static String inMarkdown(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\\\|*`]", "\\\\$0").replace("<", "&lt;");
    }

    /** The table as a CSV file (RFC 4180, lines end with a line feed): a header of titles with units, and the values of the cells. */
    public String csv() {
        return csvLine(columns, Column::csvName)
                + rows.stream()
                        .map(row -> csvLine(row, cell -> CsvCell.of(cell.value())))
                        .collect(Collectors.joining());
    }

    private static <T> String csvLine(List<T> cells, Function<T, String> text) {
        return cells.stream().map(text).collect(Collectors.joining(",", "", "\n"));
    }

    /** What people read, line by line. */
    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        List<String> titles = columns.stream().map(Column::title).toList();
        if (!titles.stream().allMatch(String::isEmpty)) {
            lines.add(titles);
        }
        rows.forEach(row -> lines.add(row.stream().map(Cell::text).toList()));
        return lines;
    }

    private int[] widths() {
        List<List<String>> lines = lines();
        int[] widths = new int[columns.size()];
        Arrays.setAll(
                widths,
                column -> lines.stream()
                        .mapToInt(line -> length(line.get(column)))
                        .max()
                        .orElse(0));
        return widths;
    }

    /** Places that a cell takes on the screen; the codes of colours take none. */
    private static int length(String cell) {
        String visible = cell.replaceAll("\u001b\\[[0-9;]*m", "");
        return visible.codePointCount(0, visible.length());
    }
}
