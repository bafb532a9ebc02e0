package ganglion.live.keep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sound as a WAV file of 64-bit floats, which keep every bit of what an ear heard. */
final class FloatWave {

    private static final int HEADER_BYTES = 58;
    private static final int FORMAT_BYTES = 18;
    private static final int RIFF_AND_LENGTH_BYTES = 8;
    /** Microsoft's number of the format of IEEE floats. */
    private static final int IEEE_FLOAT = 3;

    private FloatWave() {}

    /**
     * Writes a file of one channel.
     *
     * @param pieces of the sound, one after the other
     */
    static void write(Path file, int rateHertz, List<double[]> pieces) throws IOException {
        int frames = pieces.stream().mapToInt(piece -> piece.length).sum();
        int dataBytes = Math.multiplyExact(frames, Double.BYTES);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(Math.addExact(dataBytes, HEADER_BYTES - RIFF_AND_LENGTH_BYTES));
        header.put(ascii("WAVEfmt ")).putInt(FORMAT_BYTES);
        header.putShort((short) IEEE_FLOAT).putShort((short) 1);
        header.putInt(rateHertz).putInt(rateHertz * Double.BYTES);
        header.putShort((short) Double.BYTES).putShort((short) Double.SIZE).putShort((short) 0);
        // Formats that are not PCM need the number of frames beside.
        header.put(ascii("fact")).putInt(Integer.BYTES).putInt(frames);
        header.put(ascii("data")).putInt(dataBytes);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header.array());
            for (double[] piece : pieces) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(piece.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(piece);
                out.write(bytes.array());
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
