package ganglion.live.server;

import ganglion.live.picture.Picture;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The connection of one browser. Its methods may be called by any thread. Public for the library, which calls it by its methods' names. */
public final class Watcher implements Session.Listener.AutoDemanding {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Collector collector;
    private final Orders orders;
    private final MessageRate rate = new MessageRate(System.nanoTime());
    private final BrowserQueue queue = new BrowserQueue(new Line());
    private volatile Session session;

    Watcher(Collector collector, Orders orders) {
        this.collector = collector;
        this.orders = orders;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        collector.join(this);
    }

    @Override
    public void onWebSocketText(String message) {
        if (isWithinRate()) {
            orders.follow(message, this::say);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        if (isWithinRate()) {
            say(EventText.problem("not understood: a message of bytes"));
        }
        callback.succeed();
    }

    private boolean isWithinRate() {
        boolean within = rate.allows(System.nanoTime());
        if (!within) {
            close(Closing.FLOOD);
        }
        return within;
    }

    /** A connection that breaks is closed next, which is all that matters; without this method it would be logged. */
    @Override
    public void onWebSocketError(Throwable cause) {
        collector.leave(this);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        collector.leave(this);
        callback.succeed();
    }

    /** Sends words. */
    void say(String text) {
        queue.say(text);
    }

    /** Sends a picture, or drops an older one if the browser is slow. */
    void show(Picture picture) {
        queue.show(picture);
    }

    /** Sends pictures of the past when there is nothing newer, in place of all that wait. */
    void remember(List<Picture> newestFirst) {
        queue.remember(newestFirst);
    }

    long skipped() {
        return queue.skipped();
    }

    /** Cuts the browser off if it has taken nothing for long. */
    void checkPatience(long now) {
        if (queue.isStuck(now, PATIENCE)) {
            close(Closing.TOO_SLOW);
        }
    }

    /** Closes the connection of a session that is over, when all words have been sent. */
    void finish() {
        queue.closeWhenSaid();
    }

    void close(Closing why) {
        collector.leave(this);
        // A browser that does not read cannot take part in closing; the session's own time-out then ends it.
        session.close(why.code(), why.reason(), Callback.NOOP);
    }

    private final class Line implements BrowserQueue.Line {

        private final Callback whenSent = Callback.from(() -> queue.sent(), failure -> collector.leave(Watcher.this));

        @Override
        public void send(String text) {
            session.sendText(text, whenSent);
        }

        @Override
        public void send(ByteBuffer bytes) {
            session.sendBinary(bytes, whenSent);
        }

        @Override
        public void close() {
            Watcher.this.close(Closing.SESSION_OVER);
        }
    }
}
