package ganglion.runtime.wire;

/** What the actors of a run on several nodes receive: messages, whole within a process, or in pieces between processes. */
public sealed interface Envelope {

    /**
     * A message from an actor of the same process.
     *
     * @param from who sends; see {@link Party}
     */
    record Local(long run, int from, Message message) implements Envelope {}

    /**
     * A piece of a message, as it travels between processes. Pieces are small enough for a frame of the transport.
     *
     * @param run number of the run, which no other has; pieces of an earlier one are ignored
     * @param from who sends; see {@link Party}
     * @param number how many pieces this sender has sent to this receiver before, so that a lost one is noticed
     * @param last whether the message is complete with it
     * @param bytes at most {@link Outbox#MOST_BYTES}; not to be changed
     */
    record Piece(long run, int from, long number, boolean last, byte[] bytes) implements Envelope {}

    /** From a host to itself: comes after all words that are waiting, so that it runs once for several of them. */
    record GoOn() implements Envelope {}

    /** From a node to itself: what it had done in another thread is done. Only the run that asked for it goes on with it. */
    record Done(long run, Runnable next) implements Envelope {}
}
