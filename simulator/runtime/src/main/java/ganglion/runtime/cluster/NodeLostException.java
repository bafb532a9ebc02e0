package ganglion.runtime.cluster;

/** A node that takes part in a run is gone, or a message was lost: the run has to go on from an earlier state. */
class NodeLostException extends Exception {

    private static final long serialVersionUID = 1L;

    NodeLostException(String message) {
        super(message);
    }
}
