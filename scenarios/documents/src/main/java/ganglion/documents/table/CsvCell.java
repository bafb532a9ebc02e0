package ganglion.documents.table;

/** A cell of a CSV file, in quotation marks where it needs them (RFC 4180). */
public final class CsvCell {

    private CsvCell() {}

    /** The cell that holds a text. */
    public static String of(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
