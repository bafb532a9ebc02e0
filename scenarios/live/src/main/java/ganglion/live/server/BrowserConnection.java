package ganglion.live.server;

import ganglion.live.server.PictureEncoder.Picture;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The connection of one browser. Its methods may be called by any thread. Public for the library, which calls it by its methods' names. */
public final class BrowserConnection implements Session.Listener.AutoDemanding {

    /** Most bytes of a message of a browser; one that sends more is cut off. */
    static final int MOST_BYTES = 64;

    private static final String STOP = "stop";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final EventBroadcaster broadcaster;
    private final Runnable stop;
    private final BrowserQueue queue = new BrowserQueue(new Line());
    private volatile Session session;

    /** @param stop ends the session, which is all that a browser may ask for */
    BrowserConnection(EventBroadcaster broadcaster, Runnable stop) {
        this.broadcaster = broadcaster;
        this.stop = stop;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        broadcaster.join(this);
    }

    @Override
    public void onWebSocketText(String message) {
        if (message.equals(STOP)) {
            stop.run();
        } else {
            say(EventText.problem("not understood; expected " + STOP));
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        say(EventText.problem("not understood: a message of bytes"));
        callback.succeed();
    }

    /** A connection that breaks is closed next, which is all that matters; without this method it would be logged. */
    @Override
    public void onWebSocketError(Throwable cause) {
        broadcaster.leave(this);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        broadcaster.leave(this);
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
            close(CloseCode.TOO_SLOW);
        }
    }

    /** Closes the connection of a session that is over, when all words have been sent. */
    void finish() {
        queue.closeWhenSaid();
    }

    void close(CloseCode why) {
        broadcaster.leave(this);
        // A browser that does not read cannot take part in closing; the session's own time-out then ends it.
        session.close(why.code(), why.reason(), Callback.NOOP);
    }

    private final class Line implements BrowserQueue.Line {

        private final Callback whenSent =
                Callback.from(() -> queue.sent(), failure -> broadcaster.leave(BrowserConnection.this));

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
            BrowserConnection.this.close(CloseCode.SESSION_OVER);
        }
    }

    /** Why a connection is closed, as its browser is told; the codes are from the range that RFC 6455 leaves to applications. */
    enum CloseCode {
        TOO_MANY_BROWSERS(
                4001,
                EventBroadcaster.MOST_BROWSERS
                        + " browsers watch this session already. Close one of them, then connect again."),
        TOO_SLOW(4003, "This browser took no message for half a minute and was cut off."),
        SESSION_OVER(4004, "The session is over.");

        private final int code;
        private final String reason;

        CloseCode(int code, String reason) {
            this.code = code;
            this.reason = reason;
        }

        int code() {
            return code;
        }

        String reason() {
            return reason;
        }
    }
}
