package ganglion.live.keep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sound of one channel as a WAV file of 64-bit floats, which keep every bit of what an ear heard. The header is right once the file is closed.
 * Not thread safe.
 */
public final class FloatWave implements AutoCloseable {

    private static final int HEADER_BYTES = 58;
    private static final int FORMAT_BYTES = 18;
    private static final int RIFF_AND_LENGTH_BYTES = 8;
    /** Microsoft's number of the format of IEEE floats. */
    private static final int IEEE_FLOAT = 3;
    /** Lengths are unsigned numbers of 32 bits. */
    private static final long MOST_DATA_BYTES = (1L << 32) - HEADER_BYTES;

    private final FileChannel file;
    private final OutputStream out;
    private final int rateHertz;
    private long dataBytes;

    /** Creates or overwrites a file. */
    public FloatWave(Path target, int rateHertz) throws IOException {
        this.rateHertz = rateHertz;
        this.file = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
        out.write(header());
    }

    /**
     * Adds samples.
     *
     * @throws IOException also if the file would be larger than a WAV file can be, 4 GiB
     */
    public void write(double[] samples) throws IOException {
        if (dataBytes + (long) samples.length * Double.BYTES > MOST_DATA_BYTES) {
            throw new IOException("a WAV file of 4 GiB is full");
        }
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(samples);
        out.write(bytes.array());
        dataBytes += bytes.capacity();
    }

    private byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (dataBytes + HEADER_BYTES - RIFF_AND_LENGTH_BYTES));
        header.put(ascii("WAVEfmt ")).putInt(FORMAT_BYTES);
        header.putShort((short) IEEE_FLOAT).putShort((short) 1);
        header.putInt(rateHertz).putInt(rateHertz * Double.BYTES);
        header.putShort((short) Double.BYTES).putShort((short) Double.SIZE).putShort((short) 0);
        // Formats that are not PCM need the number of frames beside.
        header.put(ascii("fact")).putInt(Integer.BYTES).putInt((int) (dataBytes / Double.BYTES));
        header.put(ascii("data")).putInt((int) dataBytes);
        return header.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Closing it again does nothing. */
    @Override
    public void close() throws IOException {
        if (!file.isOpen()) {
            return;
        }
        try (file) {
            out.flush();
            file.write(ByteBuffer.wrap(header()), 0);
        }
    }
}
