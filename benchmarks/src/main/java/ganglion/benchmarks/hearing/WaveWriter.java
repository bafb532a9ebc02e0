package ganglion.benchmarks.hearing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes 16-bit WAV files to be heard. */
final class WaveWriter {

    private static final int HEADER_BYTES = 44;
    private static final int SAMPLE_BYTES = 2;

    private WaveWriter() {}

    /** Writes the samples, full scale being -1 to 1, to all channels alike. */
    static void write(Path file, double[] samples, int rateHertz, int channels) throws IOException {
        int frameBytes = SAMPLE_BYTES * channels;
        int dataBytes = samples.length * frameBytes;
        ByteBuffer wave = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wave.put(ascii("RIFF"))
                .putInt(HEADER_BYTES - 8 + dataBytes)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        wave.putShort((short) 1).putShort((short) channels).putInt(rateHertz).putInt(rateHertz * frameBytes);
        wave.putShort((short) frameBytes).putShort((short) (8 * SAMPLE_BYTES));
        wave.put(ascii("data")).putInt(dataBytes);
        for (double sample : samples) {
            for (int channel = 0; channel < channels; channel++) {
                wave.putShort((short) Math.round(sample * Short.MAX_VALUE));
            }
        }
        Files.write(file, wave.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
