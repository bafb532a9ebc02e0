package ganglion.runtime.wire;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the messages of a run together from their pieces, sender by sender. Not thread-safe. */
public final class Inbox {

    /** Most bytes of a message: the state of a large network. */
    private static final int LARGEST_MESSAGE = 1 << 30;

    private final long run;
    private final Map<Integer, Channel> channels = new HashMap<>();

    /** What has come from one sender. */
    private static final class Channel {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long pieces;
    }

    /** @param run number of the run; what belongs to another is ignored */
    public Inbox(long run) {
        this.run = run;
    }

    /**
     * Takes a piece in.
     *
     * @return the message that is complete with it
     * @throws LostPieceException if a piece before it has not come
     * @throws IllegalArgumentException if the bytes are no message
     */
    public Optional<Message> take(Envelope.Piece piece) throws LostPieceException {
        if (piece.run() != run) {
            return Optional.empty();
        }
        Channel channel = channels.computeIfAbsent(piece.from(), from -> new Channel());
        if (piece.number() != channel.pieces++) {
            throw new LostPieceException(piece.from());
        }
        if (piece.last() && channel.bytes.size() == 0) {
            return Optional.of(Wire.decode(piece.bytes()));
        }
        if (channel.bytes.size() > LARGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "found a message of more than " + LARGEST_MESSAGE + " bytes from " + Party.name(piece.from()));
        }
        channel.bytes.writeBytes(piece.bytes());
        if (!piece.last()) {
            return Optional.empty();
        }
        byte[] whole = channel.bytes.toByteArray();
        channel.bytes.reset();
        return Optional.of(Wire.decode(whole));
    }

    /** A piece of a message did not arrive. */
    public static final class LostPieceException extends Exception {

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
}
