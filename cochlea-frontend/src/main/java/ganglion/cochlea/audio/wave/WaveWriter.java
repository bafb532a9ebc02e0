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
import java.util.Arrays;

/**
 * Writes a WAV file of known length, sample by sample: signed 16-bit integers. The file is complete once as many frames are
 * written as were announced. Not thread safe.
 */
public final class WaveWriter implements AutoCloseable {

    private static final int HEADER_BYTES = 44;
    private static final int HEADER_BYTES_OF_FLOATS = 58;
    private static final int RIFF_AND_LENGTH_BYTES = 8;
    /** Lengths are unsigned numbers of 32 bits. */
    private static final long MOST_FILE_BYTES = 1L << 32;

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
        this(
                header(WaveFormat.PCM, Short.BYTES, rateHertz, channels, frames),
                new BufferedOutputStream(Files.newOutputStream(file)));
    }

    private WaveWriter(byte[] header, OutputStream out) throws IOException {
        this.out = out;
        out.write(header);
    }

    /** A clip as the content of a WAV file; samples beyond full scale are cut off. */
    public static byte[] bytes(AudioClip clip) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int rateHertz = (int) Math.round(clip.sampleRateHertz());
        byte[] header = header(WaveFormat.PCM, Short.BYTES, rateHertz, 1, clip.samples().length);
        try (WaveWriter writer = new WaveWriter(header, content)) {
            for (double sample : clip.samples()) {
                writer.write(Math.max(-1, Math.min(1, sample)));
            }
        }
        return content.toByteArray();
    }

    /**
     * Writes sound of one channel as 64-bit floats, which keep every bit.
     *
     * @param pieces of the sound, in order
     * @throws IllegalArgumentException if they do not fit a WAV file
     */
    public static void writeFloats(Path file, int rateHertz, double[]... pieces) throws IOException {
        long frames = Arrays.stream(pieces).mapToLong(piece -> piece.length).sum();
        byte[] header = header(WaveFormat.IEEE_FLOAT, Double.BYTES, rateHertz, 1, frames);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header);
            for (double[] piece : pieces) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(piece.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(piece);
                out.write(bytes.array());
            }
        }
    }

    private static byte[] header(int code, int sampleBytes, int rateHertz, int channels, long frames) {
        boolean plain = code == WaveFormat.PCM;
        int headerBytes = plain ? HEADER_BYTES : HEADER_BYTES_OF_FLOATS;
        int frameBytes = channels * sampleBytes;
        long mostFrames = (MOST_FILE_BYTES - headerBytes) / frameBytes;
        if (frames < 0 || frames > mostFrames) {
            throw new IllegalArgumentException("a WAV file of " + channels + " channels holds 0 to " + mostFrames
                    + " frames of " + sampleBytes * Byte.SIZE + " bits, not " + frames);
        }
        int dataBytes = (int) (frames * frameBytes);
        ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(dataBytes + headerBytes - RIFF_AND_LENGTH_BYTES);
        header.put(ascii("WAVEfmt ")).putInt(plain ? 16 : 18);
        header.putShort((short) code).putShort((short) channels);
        header.putInt(rateHertz).putInt(rateHertz * frameBytes);
        header.putShort((short) frameBytes).putShort((short) (sampleBytes * Byte.SIZE));
        if (!plain) {
            // Formats that are not PCM have an extension, here of no bytes, and the number of frames beside.
            header.putShort((short) 0);
            header.put(ascii("fact")).putInt(Integer.BYTES).putInt((int) frames);
        }
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
