package ganglion.scenario.data;

import java.util.Arrays;
import java.util.List;

/** First line of a CSV file with named columns, and the lines that must match it. */
final class Header {

    private Header() {}

    /** The column names, one of the choices. */
    static List<String> read(CsvLines lines, String expected, List<List<String>> choices) throws DataFileException {
        String line = lines.next();
        if (line == null) {
            throw new DataFileException("is empty, expected the header " + expected);
        }
        List<String> names =
                Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (!choices.contains(names)) {
            throw lines.problem("found the header \"" + Numbers.shorten(line) + "\", expected " + expected);
        }
        return names;
    }

    static String[] fields(String line, List<String> header, CsvLines at) throws DataFileException {
        String[] fields = line.split(",", -1);
        if (fields.length != header.size()) {
            throw at.problem("found " + fields.length + " fields, expected " + String.join(",", header));
        }
        return fields;
    }
}
