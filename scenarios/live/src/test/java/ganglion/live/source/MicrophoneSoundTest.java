package ganglion.live.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.live.source.LiveSound.ArrivingSound;
import ganglion.live.source.LiveSound.LossCause;
import ganglion.live.source.LiveSound.SoundListener;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;

/** A microphone that lacks rates, is unplugged and plugged in again. */
class MicrophoneSoundTest {

    private final HandClock clock = new HandClock();
    private final List<String> news = new ArrayList<>();
    private final SoundListener listener = new SoundListener() {
        @Override
        public void gone(String why) {
            news.add("gone");
        }

        @Override
        public void back(String text) {
            news.add(text);
        }

        @Override
        public void lost(long samples, LossCause cause) {
            news.add("lost " + samples);
        }
    };

    /** Recordings that are given out one after the other; null for a moment without a microphone. */
    private final Deque<InputStream> recordings = new ArrayDeque<>();

    private final List<Float> asked = new ArrayList<>();
    private float onlyHertz;

    private InputStream record(AudioFormat format) throws LineUnavailableException {
        asked.add(format.getSampleRate());
        if (onlyHertz > 0 && format.getSampleRate() != onlyHertz) {
            throw new IllegalArgumentException("no such rate");
        }
        InputStream next = recordings.poll();
        if (next == null || next == NOTHING) {
            throw new LineUnavailableException("nothing is plugged in");
        }
        return next;
    }

    private static final InputStream NOTHING = InputStream.nullInputStream();

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
    void aMicrophoneThatIsUnpluggedIsLookedForAgain() throws Exception {
        recordings.add(samples(100));
        for (int i = 0; i < 10; i++) {
            recordings.add(NOTHING);
        }
        recordings.add(samples(50));
        ArrivingSound sound = new MicrophoneSound(this::record, clock).open(16_000, listener);

        assertEquals(150, readAll(sound, 150));
        // Five rates are tried each time: ten refusals are two times, half a second apart.
        assertEquals(List.of("gone", "lost 24000", "the microphone is back after 1.5 s"), news);
    }

    @Test
    void aRateThatTheDeviceLacksIsResampled() throws Exception {
        onlyHertz = 44_100;
        recordings.add(samples(44_100));
        ArrivingSound sound = new MicrophoneSound(this::record, clock).open(16_000, listener);

        assertTrue(readAll(sound, 15_900) >= 15_900);
        assertEquals(List.of(16_000f, 48_000f, 44_100f), asked.subList(0, 3));
    }

    @Test
    void withoutAMicrophoneThereIsOneLine() {
        AudioFormatException refusal = assertThrows(
                AudioFormatException.class, () -> new MicrophoneSound(this::record, clock).open(16_000, listener));

        assertTrue(refusal.getMessage().contains("nothing is plugged in"), refusal.getMessage());
    }

    @Test
    void closingEndsIt() throws Exception {
        recordings.add(samples(10));
        ArrivingSound sound = new MicrophoneSound(this::record, clock).open(16_000, listener);
        sound.close();

        assertEquals(-1, sound.read(new double[4], 0, 4));
        assertEquals(List.of(), news);
    }

    /** The line is closed even if it is opened just as nobody listens any more. */
    @Test
    void aRecordingThatIsOpenedWhileTheSoundIsClosedIsClosed() throws Exception {
        boolean[] isClosed = {false};
        ArrivingSound[] sound = {null};
        int[] opened = {0};
        MicrophoneSound microphone = new MicrophoneSound(
                format -> {
                    if (opened[0]++ == 0) {
                        return samples(1);
                    }
                    sound[0].close();
                    return new ByteArrayInputStream(new byte[100]) {
                        @Override
                        public void close() {
                            isClosed[0] = true;
                        }
                    };
                },
                clock);
        sound[0] = microphone.open(16_000, listener);
        assertEquals(1, sound[0].read(new double[4], 0, 4));

        assertEquals(-1, sound[0].read(new double[4], 0, 4));
        assertTrue(isClosed[0]);
    }
}
