package ganglion.study.compose;

/** Notes that cannot be used. The message is one line: the file, what was found, what was expected. */
public final class ComposeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param place the file or folder that is to blame */
    public ComposeException(Object place, String message) {
        super(place + ": " + message);
    }

    /** @param cause whose message is the whole line */
    public ComposeException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
