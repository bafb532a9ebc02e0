package ganglion.live.server;

import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.LiveListener;

/** A listener that is known later than the session: the server needs the controls of the session, which needs a listener. */
final class LateListener implements LiveListener {

    private volatile LiveListener listener;

    void set(LiveListener known) {
        listener = known;
    }

    @Override
    public void happened(LiveEvent event) {
        listener.happened(event);
    }
}
