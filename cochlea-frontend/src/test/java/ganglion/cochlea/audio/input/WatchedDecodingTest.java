package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles.WatchedDecoding;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchedDecodingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void givesWhatTheDecoderGives() throws Exception {
        AudioClip clip = new AudioClip(new double[] {0.5}, 8_000);

        assertSame(clip, WatchedDecoding.decode(() -> clip, LONG));
    }

    @Test
    void aDecoderThatWaitsForEverIsLeftAlone() {
        CountDownLatch never = new CountDownLatch(1);
        WatchedDecoding.Decoding waiting = () -> {
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // As a library may, it goes on waiting.
                }
            }
        };

        AudioFormatException refused = assertTimeoutPreemptively(
                LONG,
                () -> assertThrows(
                        AudioFormatException.class, () -> WatchedDecoding.decode(waiting, Duration.ofMillis(20))));

        assertEquals("the file is damaged: its decoder came to no end within 0 s", refused.getMessage());
    }

    @Test
    void whatTheDecoderThrowsIsThrown() {
        AudioFormatException refused = new AudioFormatException("no sound");
        IOException unread = new IOException("gone");
        IllegalStateException fault = new IllegalStateException();
        NoClassDefFoundError missing = new NoClassDefFoundError();

        assertSame(refused, thrown(AudioFormatException.class, () -> {
            throw refused;
        }));
        assertSame(unread, thrown(IOException.class, () -> {
            throw unread;
        }));
        assertSame(fault, thrown(IllegalStateException.class, () -> {
            throw fault;
        }));
        assertSame(missing, thrown(NoClassDefFoundError.class, () -> {
            throw missing;
        }));
    }

    @Test
    void largeFilesMayTakeLonger() {
        assertEquals(30, WatchedDecoding.limit(1_000).toSeconds());
        assertEquals(30 + 160, WatchedDecoding.limit(10 << 20).toSeconds());
    }

    private static <T extends Throwable> T thrown(Class<T> type, WatchedDecoding.Decoding decoding) {
        return assertThrows(type, () -> WatchedDecoding.decode(decoding, LONG));
    }
}
