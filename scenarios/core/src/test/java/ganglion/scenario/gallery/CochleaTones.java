package ganglion.scenario.gallery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The recipe of the tones in {@code scenarios/gallery/hearing/audio}: half a second of a sine of 800 Hz, 16 kHz, one channel,
 * 24 bits, least significant byte first, without dither.
 */
final class CochleaTones {

    /** Amplitudes as they stand in file names, as shares of full scale. */
    static final List<String> AMPLITUDES = List.of("1", "0.1", "0.01", "0.0004", "0.0001");

    private static final int RATE_HERTZ = 16_000;
    private static final int TONE_HERTZ = 800;
    private static final int SAMPLES = RATE_HERTZ / 2;
    private static final int BYTES = 3;
    private static final int HEADER_BYTES = 44;
    private static final int LARGEST_SAMPLE = (1 << 23) - 1;

    private CochleaTones() {}

    static String fileName(String amplitude) {
        return "tone-800-hz-" + amplitude + ".wav";
    }

    /** The whole file of a tone. Strict arithmetic: the same bytes on every machine. */
    static byte[] wave(double amplitude) {
        int dataBytes = SAMPLES * BYTES;
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + dataBytes).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(RATE_HERTZ)
                .putInt(RATE_HERTZ * BYTES)
                .putShort((short) BYTES)
                .putShort((short) (8 * BYTES));
        file.put(ascii("data")).putInt(dataBytes);
        for (int k = 0; k < SAMPLES; k++) {
            // Whole turns are taken off first, so that every period has the same samples.
            double turns = (double) (k * TONE_HERTZ % RATE_HERTZ) / RATE_HERTZ;
            long sample = Math.round(amplitude * LARGEST_SAMPLE * StrictMath.sin(2 * Math.PI * turns));
            file.put((byte) sample).put((byte) (sample >> 8)).put((byte) (sample >> 16));
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
