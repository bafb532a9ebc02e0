package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import ganglion.cochlea.audio.wave.WaveBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;

class MicrophoneTest {

    @Test
    void givesTheSamplesOfTheRecorder() throws Exception {
        AudioFormat[] asked = new AudioFormat[1];
        boolean[] closed = new boolean[1];
        InputStream recording = new ByteArrayInputStream(WaveBytes.shorts(16384, -8192)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        double[] samples = new double[10];
        try (SampleSource source = Microphone.open(48_000, format -> {
            asked[0] = format;
            return recording;
        })) {
            assertEquals(48_000, source.sampleRateHertz());
            assertEquals(2, source.read(samples, 0, 10));
            assertEquals(-1, source.read(samples, 0, 10));
        }

        assertEquals(0.5, samples[0]);
        assertEquals(-0.25, samples[1]);
        assertTrue(closed[0]);
        assertEquals(new AudioFormat(48_000, 16, 1, true, false).toString(), asked[0].toString());
    }

    @Test
    void saysIfTheMicrophoneIsInUse() {
        String message = assertThrows(
                        AudioFormatException.class,
                        () -> Microphone.open(16_000, format -> {
                            throw new LineUnavailableException("in use");
                        }))
                .getMessage();

        assertEquals("the microphone cannot be opened: in use", message);
    }

    @Test
    void saysIfThereIsNone() {
        String message = assertThrows(
                        AudioFormatException.class,
                        () -> Microphone.open(16_000, format -> {
                            throw new IllegalArgumentException("No line matching");
                        }))
                .getMessage();

        assertEquals("found no microphone for 16000.0 Hz, expected one that Java Sound knows", message);
    }
}
