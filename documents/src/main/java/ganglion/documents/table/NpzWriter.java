package ganglion.documents.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays by name in NumPy's NPZ format, compressed. The same arrays give the same bytes. */
public final class NpzWriter implements Closeable {

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
        put(name, "<f8", values.length, shape, place -> buffer.putDouble(values[(int) place]));
    }

    /** Puts a list of 64-bit whole numbers. */
    public void put(String name, long[] values) throws IOException {
        put(name, "<i8", values.length, new int[] {values.length}, place -> buffer.putLong(values[(int) place]));
    }

    /**
     * Puts an array of 64-bit numbers with decimals that need not fit into memory.
     *
     * @param values in row-major order, asked for as many as the shape has places
     */
    public void put(String name, NumberSource values, int... shape) throws IOException {
        long count = 1;
        for (int size : shape) {
            count = Math.multiplyExact(count, size);
        }
        put(name, "<f8", count, shape, place -> buffer.putDouble(values.next()));
    }

    /** Numbers one after the other. */
    @FunctionalInterface
    public interface NumberSource {

        /** The next one. */
        double next() throws IOException;
    }

    /** Puts the value of a place into the buffer. */
    private interface Filling {
        void put(long place) throws IOException;
    }

    private void put(String name, String type, long count, int[] shape, Filling value) throws IOException {
        byte[] header = NpyHeader.write(type, count, shape);
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(header);
        for (long place = 0; place < count; place++) {
            if (!buffer.hasRemaining()) {
                drain();
            }
            value.put(place);
        }
        drain();
        zip.closeEntry();
    }

    private void drain() throws IOException {
        zip.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
