package ganglion.runtime.cluster;

/** A node cannot do what it is asked for. The message is one line for users. */
public final class JobRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public JobRefusedException(String message) {
        super(message);
    }

    public JobRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
