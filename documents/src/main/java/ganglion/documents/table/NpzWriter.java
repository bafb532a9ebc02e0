package ganglion.documents.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays by name in NumPy's NPZ format, compressed. The same arrays give the same bytes. */
public final class NpzWriter implements Closeable {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int BUFFERED_VALUES = 8192;

    /** The earliest time that the format knows, so that files do not depend on when they were written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFERED_VALUES * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /** @param out closed with the writer */
    public NpzWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Puts an array of 64-bit numbers with decimals, in row-major order; without a shape, one number. */
    public void put(String name, double[] values, int... shape) throws IOException {
        put(name, "<f8", values.length, shape, i -> buffer.putDouble(values[i]));
    }

    /** Puts a list of 64-bit whole numbers. */
    public void put(String name, long[] values) throws IOException {
        put(name, "<i8", values.length, new int[] {values.length}, i -> buffer.putLong(values[i]));
    }

    private void put(String name, String type, int count, int[] shape, IntConsumer value) throws IOException {
        if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != count) {
            throw new IllegalArgumentException("found " + count + " values of shape " + Arrays.toString(shape));
        }
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(header(type, shape));
        for (int i = 0; i < count; i++) {
            if (!buffer.hasRemaining()) {
                drain();
            }
            value.accept(i);
        }
        drain();
        zip.closeEntry();
    }

    private void drain() throws IOException {
        zip.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Version 1.0 of the format: a dictionary of Python, padded so that the values are aligned. */
    private static byte[] header(String type, int[] shape) {
        String extents = Arrays.stream(shape).mapToObj(extent -> extent + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + extents + "), }";
        int prefix = MAGIC.length + Short.BYTES;
        int length = (prefix + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - prefix;
        byte[] padded = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
        Arrays.fill(padded, text.length(), length - 1, (byte) ' ');
        padded[length - 1] = '\n';
        return ByteBuffer.allocate(prefix + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) length)
                .put(padded)
                .array();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
