package ganglion.live.server;

import ganglion.live.server.PictureEncoder.Picture;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What one browser still has to get: words first, then the newest pictures in their order, then those of the past, the newest first. One
 * message at a time is on its way. Pictures that wait too long give way to newer ones and are counted; words never do.
 */
final class BrowserQueue {

    /** Most pictures that wait. */
    static final int MOST_PICTURES = 8;

    /** Most words that wait; a browser that leaves more unread is cut off. */
    static final int MOST_WORDS = 512;

    private final Line line;
    private final Deque<String> words = new ArrayDeque<>();
    private final Deque<Picture> pictures = new ArrayDeque<>();
    private final Deque<Picture> past = new ArrayDeque<>();
    private boolean busy;
    private boolean sending;
    private boolean full;
    private boolean closing;
    private boolean closed;
    private long skipped;
    private long busySince;

    /** The connection. Calls {@link BrowserQueue#sent} when a message has left. */
    interface Line {
        void send(String text);

        void send(ByteBuffer bytes);

        void close();
    }

    BrowserQueue(Line line) {
        this.line = line;
    }

    void say(String text) {
        synchronized (this) {
            full |= words.size() >= MOST_WORDS;
            if (!full) {
                words.addLast(text);
            }
        }
        sendNext();
    }

    void show(Picture picture) {
        synchronized (this) {
            if (pictures.size() >= MOST_PICTURES) {
                pictures.removeFirst();
                skipped++;
            }
            pictures.addLast(picture);
        }
        sendNext();
    }

    /** Replaces the past, which is sent when there is nothing newer to send. */
    void remember(List<Picture> newestFirst) {
        synchronized (this) {
            pictures.clear();
            past.clear();
            past.addAll(newestFirst);
        }
        sendNext();
    }

    /** Closes the connection when all words have been sent. */
    void closeWhenSaid() {
        synchronized (this) {
            closing = true;
        }
        sendNext();
    }

    /** The message on its way has left. */
    void sent() {
        synchronized (this) {
            busy = false;
        }
        sendNext();
    }

    /** Pictures that were not sent because the browser was too slow. */
    synchronized long skipped() {
        return skipped;
    }

    /** Whether words had to be dropped, or one message has been on its way for longer than {@code patience} nanoseconds. */
    synchronized boolean isStuck(long now, long patience) {
        return full || busy && now - busySince > patience;
    }

    /** The connection may tell at once that a message has left: so it is called without the lock, and in a loop. */
    private void sendNext() {
        while (true) {
            String text;
            Picture picture = null;
            synchronized (this) {
                if (busy || sending || closed) {
                    return;
                }
                text = words.pollFirst();
                closed = text == null && closing;
                if (text == null && !closing) {
                    picture = pictures.isEmpty() ? past.pollFirst() : pictures.pollFirst();
                }
                if (text == null && picture == null && !closed) {
                    return;
                }
                busy = true;
                sending = true;
                busySince = System.nanoTime();
            }
            if (text != null) {
                line.send(text);
            } else if (picture != null) {
                line.send(ByteBuffer.wrap(picture.bytes()));
            } else {
                line.close();
            }
            synchronized (this) {
                sending = false;
            }
        }
    }
}
