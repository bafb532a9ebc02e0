package ganglion.live.server;

import ganglion.live.server.PictureEncoder.Picture;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The connection of one browser. Its methods may be called by any thread. Public for the library, which calls it by its methods' names. */
public final class BrowserConnection implements Session.Listener.AutoDemanding {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final EventBroadcaster broadcaster;
    private final BrowserCommands commands;
    private final MessageRate rate = new MessageRate(System.nanoTime());
    private final BrowserQueue queue = new BrowserQueue(new Line());
    private volatile Session session;

    BrowserConnection(EventBroadcaster broadcaster, BrowserCommands commands) {
        this.broadcaster = broadcaster;
        this.commands = commands;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        broadcaster.join(this);
    }

    @Override
    public void onWebSocketText(String message) {
        if (isWithinRate()) {
            commands.follow(message, this::say);
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
            close(CloseCode.FLOOD);
        }
        return within;
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
        FLOOD(4002, "This page sent more than " + MessageRate.MOST_A_SECOND + " messages a second and was cut off."),
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

    /** How many messages a browser may still send: so many a second, and a burst of twice as many. Used by one thread at a time. */
    static final class MessageRate {

        /** Most messages a second. A slider that is dragged sends 20. */
        static final int MOST_A_SECOND = 60;

        private static final int BURST = 2 * MOST_A_SECOND;
        private static final double NANOSECONDS = 1e9;

        private double left = BURST;
        private long last;

        /** @param now any time in nanoseconds, such as {@link System#nanoTime} */
        MessageRate(long now) {
            last = now;
        }

        /** Whether one more is within the rate. */
        boolean allows(long now) {
            left = Math.min(BURST, left + (now - last) / NANOSECONDS * MOST_A_SECOND);
            last = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
