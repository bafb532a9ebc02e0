package ganglion.documents.table;

import ganglion.documents.quantity.QuantityFormat;
import java.util.Arrays;
import java.util.List;

/** First line of a CSV file with named columns, and the lines that must match it. */
public final class ColumnHeader {

    private ColumnHeader() {}

    /** The column names, one of the choices. */
    public static List<String> read(CsvLines lines, String expected, List<List<String>> choices) throws TableException {
        String line = lines.next();
        if (line == null) {
            throw new TableException("is empty, expected the header " + expected);
        }
        List<String> names =
                Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (!choices.contains(names)) {
            throw lines.problem("found the header \"" + NumberText.shorten(line) + "\", expected " + expected);
        }
        return names;
    }

    public static String[] fields(String line, List<String> header, CsvLines at) throws TableException {
        String[] fields = line.split(",", -1);
        if (fields.length != header.size()) {
            throw at.problem(
                    "found " + QuantityFormat.count(fields.length, "field") + ", expected " + String.join(",", header));
        }
        return fields;
    }
}
