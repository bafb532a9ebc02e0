package ganglion.study.score;

/** A file that is no score. The message is one sentence without the file's name. */
public final class ScoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what was found and what was expected */
    public ScoreException(String message) {
        super(message);
    }

    /** @param cause what a library or the file system said */
    public ScoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
