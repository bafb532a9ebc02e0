package ganglion.live.event;

/** Is told what happens in a live session, by the thread that runs it. */
@FunctionalInterface
public interface LiveListener {

    /** An event. Must return at once, and must not throw: the session waits for nobody who watches it. */
    void happened(LiveEvent event);
}
