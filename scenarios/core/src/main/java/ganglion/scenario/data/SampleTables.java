package ganglion.scenario.data;

import ganglion.documents.table.ColumnHeader;
import ganglion.documents.table.CsvLines;
import ganglion.documents.table.TableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of labelled files: CSV with the header {@code file,label} or {@code file,label,group}. */
public final class SampleTables {

    private static final List<String> LABELLED = List.of("file", "label");
    private static final List<String> GROUPED = List.of("file", "label", "group");
    private static final int MOST_ROWS = 1_000_000;

    private SampleTables() {}

    /**
     * A row.
     *
     * @param line its number in the file, from 1
     * @param file as written
     * @param label class of the file
     * @param group what it must not be parted from; empty if the table does not say
     */
    public record Row(int line, String file, String label, String group) {}

    /**
     * The rows of a table, in their order.
     *
     * @throws TableException if a line cannot be used, or there are too many
     */
    public static List<Row> read(Path table) throws TableException {
        try (CsvLines lines = new CsvLines(table)) {
            List<String> header =
                    ColumnHeader.read(lines, "file,label or file,label,group", List.of(LABELLED, GROUPED));
            List<Row> rows = new ArrayList<>();
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw lines.problem("found more than " + MOST_ROWS + " samples");
                }
                String[] fields = ColumnHeader.fields(line, header, lines);
                String group = fields.length > LABELLED.size() ? fields[2].strip() : "";
                rows.add(new Row(lines.number(), fields[0].strip(), fields[1].strip(), group));
            }
            return rows;
        }
    }
}
