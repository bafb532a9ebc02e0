package ganglion.documents.table;

import java.io.Serial;

/** A data file cannot be used. The message says in one sentence what was found and expected, without the file's name. */
public class TableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public TableException(String message) {
        super(message);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A problem with one line, counted from 1. */
    static TableException atLine(int line, String message) {
        return new TableException("line " + line + ": " + message);
    }
}
