package ganglion.runtime.cluster;

/** A node that was to take part in a run has other work: another may take its place. */
final class NodeBusyException extends NodeLostException {

    private static final long serialVersionUID = 1L;

    NodeBusyException(String message) {
        super(message, false);
    }
}
