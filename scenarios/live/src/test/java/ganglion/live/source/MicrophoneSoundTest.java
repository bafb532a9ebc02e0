package ganglion.live.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.live.source.LiveSound.ArrivingSound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;

/** A microphone that lacks rates, and one that is unplugged. */
class MicrophoneSoundTest {

    /** Recordings that are given out one after the other. */
    private final Deque<InputStream> recordings = new ArrayDeque<>();

    private final List<Float> asked = new ArrayList<>();
    private float onlyHertz;

    private InputStream record(AudioFormat format) throws LineUnavailableException {
        asked.add(format.getSampleRate());
        if (onlyHertz > 0 && format.getSampleRate() != onlyHertz) {
            throw new IllegalArgumentException("no such rate");
        }
        InputStream next = recordings.poll();
        if (next == null) {
            throw new LineUnavailableException("nothing is plugged in");
        }
        return next;
    }

    private static InputStream samples(int count) {
        return new ByteArrayInputStream(new byte[2 * count]);
    }

    private int readAll(ArrivingSound sound, int until) throws Exception {
        double[] piece = new double[16];
        int all = 0;
        while (all < until) {
            int count = sound.read(piece, 0, piece.length);
            all += count;
        }
        return all;
    }

    @Test
    void aMicrophoneThatIsUnpluggedEndsTheSound() throws Exception {
        recordings.add(samples(100));
        ArrivingSound sound = new MicrophoneSound(this::record).open(16_000);

        assertEquals(100, readAll(sound, 100));
        assertThrows(IOException.class, () -> sound.read(new double[4], 0, 4));
    }

    @Test
    void aRateThatTheDeviceLacksIsResampled() throws Exception {
        onlyHertz = 44_100;
        recordings.add(samples(44_100));
        ArrivingSound sound = new MicrophoneSound(this::record).open(16_000);

        assertTrue(readAll(sound, 15_900) >= 15_900);
        assertEquals(List.of(16_000f, 48_000f, 44_100f), asked.subList(0, 3));
    }

    @Test
    void withoutAMicrophoneThereIsOneLine() {
        AudioFormatException refusal =
                assertThrows(AudioFormatException.class, () -> new MicrophoneSound(this::record).open(16_000));

        assertTrue(refusal.getMessage().contains("nothing is plugged in"), refusal.getMessage());
    }

    @Test
    void closingEndsIt() throws Exception {
        recordings.add(samples(10));
        ArrivingSound sound = new MicrophoneSound(this::record).open(16_000);
        sound.close();

        assertEquals(-1, sound.read(new double[4], 0, 4));
    }
}
