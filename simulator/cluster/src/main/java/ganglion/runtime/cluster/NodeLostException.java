package ganglion.runtime.cluster;

/** A node that takes part in a run is gone, or a message was lost: the run has to go on from an earlier state. */
class NodeLostException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whether a process is gone, which the leader has noticed by itself. */
    private final boolean gone;

    NodeLostException(String message, boolean gone) {
        super(message);
        this.gone = gone;
    }

    boolean isGone() {
        return gone;
    }
}
