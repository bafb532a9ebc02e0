package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.live.picture.Picture;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    /** Notes what is sent. Nothing leaves until the test says so, unless it is quick. */
    private static final class NotingLine implements Outbox.Line {

        private final List<String> sent = new ArrayList<>();
        private Outbox quick;

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
    private final Outbox outbox = new Outbox(line);

    private static Picture picture(int number) {
        return new Picture(number, 1, new byte[] {(byte) number});
    }

    @Test
    void wordsGoFirstThenNewPicturesThenThePast() {
        outbox.say("first");
        outbox.remember(List.of(picture(9), picture(8)));
        outbox.show(picture(10));
        outbox.show(picture(11));
        outbox.say("second");

        for (int i = 0; i < 6; i++) {
            outbox.sent();
        }
        assertEquals(List.of("first", "second", "picture 10", "picture 11", "picture 9", "picture 8"), line.sent);
    }

    @Test
    void aSlowBrowserLosesTheOldestPicturesAndNoWords() {
        outbox.say("on its way");
        for (int number = 0; number < Outbox.MOST_PICTURES + 3; number++) {
            outbox.show(picture(number));
        }
        outbox.say("words");

        outbox.sent();
        outbox.sent();
        assertEquals(List.of("on its way", "words", "picture 3"), line.sent);
        assertEquals(3, outbox.skipped());
    }

    @Test
    void aLongPastIsSentToAQuickLineWithoutGrowingTheStack() {
        line.quick = outbox;
        List<Picture> past = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            past.add(picture(i));
        }
        outbox.remember(past);

        assertEquals(past.size(), line.sent.size());
    }

    @Test
    void isStuckOnceAMessageTakesTooLongOrWordsPileUp() {
        long now = System.nanoTime();
        assertFalse(outbox.isStuck(now, 1_000_000_000L));
        outbox.say("on its way");
        assertFalse(outbox.isStuck(System.nanoTime(), 60_000_000_000L));
        assertTrue(outbox.isStuck(System.nanoTime() + 61_000_000_000L, 60_000_000_000L));

        for (int i = 0; i <= Outbox.MOST_WORDS; i++) {
            outbox.say("more");
        }
        assertTrue(outbox.isStuck(System.nanoTime(), 60_000_000_000L));
    }

    @Test
    void closesOnceAllWordsAreSaid() {
        outbox.say("last");
        outbox.say("words");
        outbox.show(picture(1));
        outbox.closeWhenSaid();

        outbox.sent();
        outbox.sent();
        outbox.sent();
        assertEquals(List.of("last", "words", "closed"), line.sent);
    }
}
