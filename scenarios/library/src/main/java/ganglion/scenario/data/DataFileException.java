package ganglion.scenario.data;

import java.io.Serial;

/** A data file cannot be used. The message says in one sentence what was found and expected, without the file's name. */
public final class DataFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public DataFileException(String message) {
        super(message);
    }

    public DataFileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A problem with one line, counted from 1. */
    static DataFileException atLine(int line, String message) {
        return new DataFileException("line " + line + ": " + message);
    }
}
