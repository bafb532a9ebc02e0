package ganglion.runtime.cluster;

/** A run on several nodes cannot begin or go on. The message is one line for users. */
public final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }
}
