package ganglion.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes tones as WAV files of any make. */
public final class SoundFile {

    private static final double TONE_HERTZ = 440;

    private SoundFile() {}

    /** A tone of 440 Hz at half of full scale in every channel. */
    public static Path tone(Path file, double seconds, int rateHertz, int bits, int channels) throws IOException {
        int frames = (int) Math.round(seconds * rateHertz);
        int bytesPerSample = bits / 8;
        byte[] data = new byte[frames * channels * bytesPerSample];
        for (int i = 0; i < frames * channels; i++) {
            double value = 0.5 * Math.sin(2 * Math.PI * TONE_HERTZ * (i / channels) / rateHertz);
            long sample = Math.round(value * ((1L << (bits - 1)) - 1));
            // WAV holds bytes unsigned, everything wider signed
            put(data, i * bytesPerSample, bits == 8 ? sample + 128 : sample, bytesPerSample);
        }
        AudioFormat format = new AudioFormat(
                bits == 8 ? AudioFormat.Encoding.PCM_UNSIGNED : AudioFormat.Encoding.PCM_SIGNED,
                rateHertz,
                bits,
                channels,
                channels * bytesPerSample,
                rateHertz,
                false);
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(data), format, frames);
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    private static void put(byte[] data, int offset, long sample, int count) {
        for (int i = 0; i < count; i++) {
            data[offset + i] = (byte) (sample >> (8 * i));
        }
    }
}
