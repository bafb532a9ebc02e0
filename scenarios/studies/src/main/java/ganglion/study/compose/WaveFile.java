package ganglion.study.compose;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a WAV file of known length as its samples come: one channel, 16-bit integers. */
final class WaveFile implements AutoCloseable {

    private static final int HEADER_BYTES = 44;
    private static final int FORMAT_BYTES = 16;
    private static final int SAMPLE_BYTES = 2;
    private static final int RIFF_AND_LENGTH_BYTES = 8;

    private final OutputStream out;

    WaveFile(Path file, int rateHertz, long samples) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file));
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long bytes = samples * SAMPLE_BYTES;
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) (bytes + HEADER_BYTES - RIFF_AND_LENGTH_BYTES));
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(FORMAT_BYTES);
        header.putShort((short) 1).putShort((short) 1).putInt(rateHertz).putInt(rateHertz * SAMPLE_BYTES);
        header.putShort((short) SAMPLE_BYTES).putShort((short) (Byte.SIZE * SAMPLE_BYTES));
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) bytes);
        out.write(header.array());
    }

    /** @param sample within -1 to 1 */
    void write(double sample) throws IOException {
        long level = Math.round(sample * Short.MAX_VALUE);
        out.write((int) level);
        out.write((int) (level >> Byte.SIZE));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
