package ganglion.runtime.wire;

import akka.actor.typed.ActorRef;
import java.util.Arrays;

/**
 * Sends messages from one party of a run to one receiver: as they are within a process, in pieces to another. Not thread-safe.
 */
public final class Outbox {

    /** Most bytes of a piece: half of a frame of the transport, so that other messages find their way between. */
    static final int MOST_BYTES = 1 << 17;

    private final long run;
    private final int from;
    private final ActorRef<Envelope> to;
    private final boolean isLocal;
    private long pieces;

    /**
     * @param run number of the run
     * @param from who sends
     */
    public Outbox(long run, int from, ActorRef<Envelope> to) {
        this.run = run;
        this.from = from;
        this.to = to;
        this.isLocal = to.path().address().hasLocalScope();
    }

    /** Sends a message. Messages arrive in order, each once. If one is lost, the receiver learns it with the next. */
    public void send(Message message) {
        if (isLocal) {
            to.tell(new Envelope.Local(run, from, message));
            return;
        }
        byte[] bytes = Wire.encode(message);
        int sent = 0;
        do {
            int end = Math.min(bytes.length, sent + MOST_BYTES);
            byte[] part = sent == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, sent, end);
            to.tell(new Envelope.Piece(run, from, pieces++, end == bytes.length, part));
            sent = end;
        } while (sent < bytes.length);
    }
}
