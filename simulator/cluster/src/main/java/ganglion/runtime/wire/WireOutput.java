package ganglion.runtime.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow as numbers and texts are written. Not thread-safe. */
public final class WireOutput {

    private static final int FIRST_BYTES = 256;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

    private ByteBuffer roomFor(long more) {
        if (bytes.remaining() < more) {
            int size = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(2L * bytes.capacity(), bytes.position() + more));
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size), bytes.position(), size - bytes.position());
        }
        return bytes;
    }

    public void writeByte(int number) {
        roomFor(Byte.BYTES).put((byte) number);
    }

    public void writeBoolean(boolean yes) {
        writeByte(yes ? 1 : 0);
    }

    public void writeInt(int number) {
        roomFor(Integer.BYTES).putInt(number);
    }

    public void writeLong(long number) {
        roomFor(Long.BYTES).putLong(number);
    }

    public void writeDouble(double number) {
        roomFor(Double.BYTES).putDouble(number);
    }

    public void writeInts(int[] numbers) {
        writeInt(numbers.length);
        roomFor((long) Integer.BYTES * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
    }

    public void writeLongs(long[] numbers) {
        writeInt(numbers.length);
        roomFor((long) Long.BYTES * numbers.length);
        for (long number : numbers) {
            bytes.putLong(number);
        }
    }

    public void writeBytes(byte[] all) {
        writeInt(all.length);
        roomFor(all.length).put(all);
    }

    public void writeText(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
