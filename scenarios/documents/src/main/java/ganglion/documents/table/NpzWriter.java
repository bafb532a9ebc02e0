package ganglion.documents.table;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays by name in NumPy's NPZ format, compressed unless they are to be mapped. The same arrays give the same bytes. */
public final class NpzWriter implements Closeable {

    private static final int BUFFERED_VALUES = 8192;

    /** Files do not depend on when they were written. Of the first day that the format knows, Java would write the time zone, too. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int LOCAL_HEADER_BYTES = 30;

    private final CountingOutputStream counted;
    private final ZipOutputStream zip;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFERED_VALUES * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /** @param out closed with the writer */
    public NpzWriter(OutputStream out) {
        this.counted = new CountingOutputStream(out);
        this.zip = new ZipOutputStream(counted);
    }

    /** Puts an array of 64-bit numbers with decimals, in row-major order; without a shape, one number. */
    public void put(String name, double[] values, int... shape) throws IOException {
        put(name, "<f8", values.length, shape, place -> buffer.putDouble(values[(int) place]));
    }

    /** Puts a list of 64-bit whole numbers. */
    public void put(String name, long[] values) throws IOException {
        put(name, "<i8", values.length, new int[] {values.length}, place -> buffer.putLong(values[(int) place]));
    }

    /** Puts a list of 64-bit whole numbers as it is in memory, at a multiple of 64 bytes of the file, so that the file can be mapped. */
    public void putMappable(String name, long[] values) throws IOException {
        byte[] header = NpyHeader.write("<i8", values.length, values.length);
        Filling value = place -> buffer.putLong(values[(int) place]);
        ZipEntry entry = entry(name);
        CRC32 checksum = new CRC32(); // comes before the values in the file
        checksum.update(header);
        fill(values.length, value, checksum::update);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(header.length + (long) Long.BYTES * values.length);
        entry.setCrc(checksum.getValue());
        int nameBytes = entry.getName().getBytes(StandardCharsets.UTF_8).length;
        entry.setExtra(ZipPadding.of(counted.count() + LOCAL_HEADER_BYTES + nameBytes, NpyHeader.ALIGNMENT));
        put(entry, header, values.length, value);
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

    /** Takes bytes of an array. */
    private interface Sink {
        void take(byte[] bytes, int start, int length) throws IOException;
    }

    private void put(String name, String type, long count, int[] shape, Filling value) throws IOException {
        put(entry(name), NpyHeader.write(type, count, shape), count, value);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private void put(ZipEntry entry, byte[] header, long count, Filling value) throws IOException {
        zip.putNextEntry(entry);
        zip.write(header);
        fill(count, value, zip::write);
        zip.closeEntry();
    }

    private void fill(long count, Filling value, Sink sink) throws IOException {
        for (long place = 0; place < count; place++) {
            if (!buffer.hasRemaining()) {
                drain(sink);
            }
            value.put(place);
        }
        drain(sink);
    }

    private void drain(Sink sink) throws IOException {
        sink.take(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** An extra field of a ZIP entry that moves its content to a multiple of some bytes, as Android's tools write it. */
    private static final class ZipPadding {

        private static final short ALIGNMENT_FIELD = (short) 0xD935;
        private static final int SHORTEST = 3 * Short.BYTES;

        private ZipPadding() {}

        /**
         * The field.
         *
         * @param start where the content would start without it, in bytes from the start of the file
         */
        static byte[] of(long start, int alignment) {
            int length = SHORTEST + (int) Math.floorMod(-(start + SHORTEST), (long) alignment);
            return ByteBuffer.allocate(length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort(ALIGNMENT_FIELD)
                    .putShort((short) (length - 2 * Short.BYTES))
                    .putShort((short) alignment)
                    .array();
        }
    }

    /** Counts the bytes that are written. */
    private static final class CountingOutputStream extends FilterOutputStream {

        private long count;

        CountingOutputStream(OutputStream out) {
            super(out);
        }

        long count() {
            return count;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
            count += length;
        }
    }
}
