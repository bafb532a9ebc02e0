package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.live.server.PictureEncoder.Picture;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserQueueTest {

    /** Notes what is sent. Nothing leaves until the test says so, unless it is quick. */
    private static final class NotingLine implements BrowserQueue.Line {

        private final List<String> sent = new ArrayList<>();
        private BrowserQueue quick;

        @Override
        public void send(String text) {
            note(text);
        }

        @Override
        public void send(ByteBuffer bytes) {
            note("picture " + bytes.get(0));
        }

        @Override
        public void close() {
            note("closed");
        }

        private void note(String what) {
            sent.add(what);
            if (quick != null) {
                quick.sent();
            }
        }
    }

    private final NotingLine line = new NotingLine();
    private final BrowserQueue queue = new BrowserQueue(line);

    private static Picture picture(int number) {
        return new Picture(number, 1, new byte[] {(byte) number});
    }

    @Test
    void wordsGoFirstThenNewPicturesThenThePast() {
        queue.say("first");
        queue.remember(List.of(picture(9), picture(8)));
        queue.show(picture(10));
        queue.show(picture(11));
        queue.say("second");

        for (int i = 0; i < 6; i++) {
            queue.sent();
        }
        assertEquals(List.of("first", "second", "picture 10", "picture 11", "picture 9", "picture 8"), line.sent);
    }

    @Test
    void aSlowBrowserLosesTheOldestPicturesAndNoWords() {
        queue.say("on its way");
        for (int number = 0; number < BrowserQueue.MOST_PICTURES + 3; number++) {
            queue.show(picture(number));
        }
        queue.say("words");

        queue.sent();
        queue.sent();
        assertEquals(List.of("on its way", "words", "picture 3"), line.sent);
        assertEquals(3, queue.skipped());
    }

    @Test
    void aLongPastIsSentToAQuickLineWithoutGrowingTheStack() {
        line.quick = queue;
        List<Picture> past = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            past.add(picture(i));
        }
        queue.remember(past);

        assertEquals(past.size(), line.sent.size());
    }

    @Test
    void isStuckOnceAMessageTakesTooLongOrWordsPileUp() {
        long now = System.nanoTime();
        assertFalse(queue.isStuck(now, 1_000_000_000L));
        queue.say("on its way");
        assertFalse(queue.isStuck(System.nanoTime(), 60_000_000_000L));
        assertTrue(queue.isStuck(System.nanoTime() + 61_000_000_000L, 60_000_000_000L));

        for (int i = 0; i <= BrowserQueue.MOST_WORDS; i++) {
            queue.say("more");
        }
        assertTrue(queue.isStuck(System.nanoTime(), 60_000_000_000L));
    }

    @Test
    void closesOnceAllWordsAreSaid() {
        queue.say("last");
        queue.say("words");
        queue.show(picture(1));
        queue.closeWhenSaid();

        queue.sent();
        queue.sent();
        queue.sent();
        assertEquals(List.of("last", "words", "closed"), line.sent);
    }
}
