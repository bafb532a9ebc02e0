package ganglion.runtime.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Bytes that grow as numbers and texts are written. Not thread-safe. */
final class WireOutput {

    private static final int FIRST_BYTES = 256;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

    private ByteBuffer roomFor(long more) {
        if (bytes.remaining() < more) {
            int size = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(2L * bytes.capacity(), bytes.position() + more));
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size), bytes.position(), size - bytes.position());
        }
        return bytes;
    }

    void writeByte(int number) {
        roomFor(Byte.BYTES).put((byte) number);
    }

    void writeBoolean(boolean yes) {
        writeByte(yes ? 1 : 0);
    }

    void writeInt(int number) {
        roomFor(Integer.BYTES).putInt(number);
    }

    void writeLong(long number) {
        roomFor(Long.BYTES).putLong(number);
    }

    void writeDouble(double number) {
        roomFor(Double.BYTES).putDouble(number);
    }

    void writeInts(int[] numbers) {
        writeInt(numbers.length);
        roomFor((long) Integer.BYTES * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
    }

    void writeLongs(long[] numbers) {
        writeInt(numbers.length);
        roomFor((long) Long.BYTES * numbers.length);
        for (long number : numbers) {
            bytes.putLong(number);
        }
    }

    void writeBytes(byte[] all) {
        writeInt(all.length);
        roomFor(all.length).put(all);
    }

    void writeText(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void writeTexts(List<String> texts) {
        writeInt(texts.size());
        texts.forEach(this::writeText);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
