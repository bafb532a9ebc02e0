package ganglion.scenario.clip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sine tones as sound files. */
public final class Tones {

    private static final int RATE_HERTZ = 16_000;

    private Tones() {}

    /** Writes a tone of 16 bits at 16 kHz. */
    public static Path write(Path file, double hertz, double seconds) throws IOException {
        int samples = (int) Math.round(seconds * RATE_HERTZ);
        byte[] bytes = new byte[2 * samples];
        for (int i = 0; i < samples; i++) {
            int value = (int) Math.round(20_000 * Math.sin(2 * Math.PI * hertz * i / RATE_HERTZ));
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        AudioFormat format = new AudioFormat(RATE_HERTZ, 16, 1, true, false);
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(bytes), format, samples)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}
