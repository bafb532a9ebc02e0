package ganglion.cochlea.audio.wave;

import ganglion.cochlea.audio.AudioClip;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a WAV file of known length, sample by sample: signed 16-bit integers. The file is complete once as many frames are
 * written as were announced. Not thread safe.
 */
public final class WaveWriter implements AutoCloseable {

    private static final int HEADER_BYTES = 44;
    private static final int FORMAT_BYTES = 16;
    private static final int RIFF_AND_LENGTH_BYTES = 8;
    /** Lengths are unsigned numbers of 32 bits. */
    private static final long MOST_DATA_BYTES = (1L << 32) - HEADER_BYTES;

    private final OutputStream out;

    /**
     * Creates or overwrites the file and writes the header.
     *
     * @param rateHertz frames per second
     * @param channels samples per frame
     * @param frames frames that will be written
     * @throws IllegalArgumentException if the frames do not fit a WAV file, which holds less than 4 GiB
     */
    public WaveWriter(Path file, int rateHertz, int channels, long frames) throws IOException {
        this(header(rateHertz, channels, frames), new BufferedOutputStream(Files.newOutputStream(file)));
    }

    private WaveWriter(byte[] header, OutputStream out) throws IOException {
        this.out = out;
        out.write(header);
    }

    /** A clip as the content of a WAV file; samples beyond full scale are cut off. */
    public static byte[] bytes(AudioClip clip) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] header = header((int) Math.round(clip.sampleRateHertz()), 1, clip.samples().length);
        try (WaveWriter writer = new WaveWriter(header, content)) {
            for (double sample : clip.samples()) {
                writer.write(Math.max(-1, Math.min(1, sample)));
            }
        }
        return content.toByteArray();
    }

    private static byte[] header(int rateHertz, int channels, long frames) {
        int frameBytes = channels * Short.BYTES;
        if (frames < 0 || frames > MOST_DATA_BYTES / frameBytes) {
            throw new IllegalArgumentException("a WAV file of " + channels + " channels holds 0 to "
                    + MOST_DATA_BYTES / frameBytes + " frames of 16 bits, not " + frames);
        }
        int dataBytes = (int) (frames * frameBytes);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(dataBytes + HEADER_BYTES - RIFF_AND_LENGTH_BYTES);
        header.put(ascii("WAVEfmt ")).putInt(FORMAT_BYTES);
        header.putShort((short) WaveFormat.PCM).putShort((short) channels);
        header.putInt(rateHertz).putInt(rateHertz * frameBytes);
        header.putShort((short) frameBytes).putShort((short) Short.SIZE);
        header.put(ascii("data")).putInt(dataBytes);
        return header.array();
    }

    /**
     * Writes the next sample, channel after channel of each frame.
     *
     * @param sample within -1 to 1, full scale being 32767
     */
    public void write(double sample) throws IOException {
        long level = Math.round(sample * Short.MAX_VALUE);
        out.write((int) level);
        out.write((int) (level >> Byte.SIZE));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
