package ganglion.documents.table;

import ganglion.documents.Problem;
import java.io.Serial;
import java.nio.file.Path;

/** A data file cannot be used. The message says in one sentence what was found and expected, without the file's name. */
public class TableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** Line of the problem, counted from 1; 0 for a problem of the whole file. */
    private final int line;

    private final String sentence;

    public TableException(String message) {
        this(message, null);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
        this.line = 0;
        this.sentence = message;
    }

    private TableException(int line, String sentence) {
        super("line " + line + ": " + sentence);
        this.line = line;
        this.sentence = sentence;
    }

    /** The problem as one of the file itself. */
    public Problem in(Path file) {
        return new Problem(file.toString(), line, "", sentence);
    }

    /** A problem with one line, counted from 1. */
    static TableException atLine(int line, String message) {
        return new TableException(line, message);
    }
}
