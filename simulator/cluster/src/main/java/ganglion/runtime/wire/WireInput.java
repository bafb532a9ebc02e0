package ganglion.runtime.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what a {@link WireOutput} wrote. Trusts no length: nothing is allocated for more than there are bytes. What ends early
 * throws {@link java.nio.BufferUnderflowException}. Not thread-safe.
 */
public final class WireInput {

    private final ByteBuffer bytes;

    public WireInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    public int readByte() {
        return bytes.get();
    }

    public boolean readBoolean() {
        return bytes.get() != 0;
    }

    public int readInt() {
        return bytes.getInt();
    }

    public long readLong() {
        return bytes.getLong();
    }

    public double readDouble() {
        return bytes.getDouble();
    }

    /**
     * Reads a number of elements.
     *
     * @param leastBytes that each of them takes
     * @throws IllegalArgumentException if there cannot be so many
     */
    public int readCount(int leastBytes) {
        int count = bytes.getInt();
        if (count < 0 || count > bytes.remaining() / leastBytes) {
            throw new IllegalArgumentException(
                    "found a message that counts " + count + " things in " + bytes.remaining() + " bytes");
        }
        return count;
    }

    public int[] readInts() {
        int[] numbers = new int[readCount(Integer.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.getInt();
        }
        return numbers;
    }

    public long[] readLongs() {
        long[] numbers = new long[readCount(Long.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.getLong();
        }
        return numbers;
    }

    public byte[] readBytes() {
        byte[] all = new byte[readCount(Byte.BYTES)];
        bytes.get(all);
        return all;
    }

    public String readText() {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    /** Reads as many elements as are counted, each of at least one byte. */
    public <T> List<T> readList(Function<WireInput, T> element) {
        int count = readCount(Byte.BYTES);
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(element.apply(this));
        }
        return all;
    }

    /** @throws IllegalArgumentException if there is more */
    public void checkEnd() {
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException("found a message with " + bytes.remaining() + " bytes after its end");
        }
    }
}
