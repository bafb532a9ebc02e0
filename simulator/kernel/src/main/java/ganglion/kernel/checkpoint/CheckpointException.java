package ganglion.kernel.checkpoint;

/** A checkpoint that a run cannot go on from. The message says why, in one sentence without the name of the file. */
public final class CheckpointException extends Exception {

    private static final long serialVersionUID = 1;

    CheckpointException(String message) {
        super(message);
    }

    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
