package ganglion.runtime.wire;

/** A piece of a message did not arrive. */
public final class LostPieceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int sender;

    public LostPieceException(int sender) {
        super("a message from " + Party.name(sender) + " was lost on the way");
        this.sender = sender;
    }

    /** Who sent it; see {@link Party}. */
    public int sender() {
        return sender;
    }
}
