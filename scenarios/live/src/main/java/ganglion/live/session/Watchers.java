package ganglion.live.session;

import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who are told of a session. One that throws is told nothing more: the session goes on. */
final class Watchers {

    private final List<LiveListener> listeners = new CopyOnWriteArrayList<>();
    private volatile String failure = "";

    void add(LiveListener listener) {
        listeners.add(listener);
    }

    void tell(LiveEvent event) {
        for (LiveListener listener : listeners) {
            try {
                listener.happened(event);
            } catch (RuntimeException e) {
                listeners.remove(listener);
                failure = "someone who watched the session failed and is told nothing more: " + e;
            }
        }
    }

    /** What went wrong since the last call; empty if nothing did. */
    String takeFailure() {
        String taken = failure;
        failure = "";
        return taken;
    }
}
