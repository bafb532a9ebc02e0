package ganglion.report.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An event file of TensorBoard: records of TensorFlow's format, each with its length and checksums, that hold protocol buffers of the
 * type {@code Event} with {@code simple_value} scalars. It grows while the training lasts, so that it can be watched.
 *
 * <p>Sources: {@code tensorflow/core/lib/io/record_writer.h} and {@code tensorflow/core/util/event.proto}.
 */
final class EventFile implements AutoCloseable {

    private static final String VERSION = "brain.Event:2";

    /** What is added to a rotated checksum, so that a checksum of data that hold checksums is sound. */
    private static final int MASK = 0xa282ead8;

    private static final int DOUBLE = 1;
    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FLOAT = 5;

    private final OutputStream out;

    /** @throws IOException if the file exists or cannot be made */
    EventFile(Path file, double seconds) throws IOException {
        this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Message event = new Message();
        event.fixed(1, seconds);
        event.bytes(3, VERSION.getBytes(StandardCharsets.UTF_8));
        record(event.content());
    }

    /**
     * Writes scalars of one step.
     *
     * @param seconds since 1970
     * @param scalars values by their tags, such as {@code loss/training}
     */
    void write(double seconds, long step, Map<String, Double> scalars) throws IOException {
        Message summary = new Message();
        scalars.forEach((tag, value) -> {
            Message scalar = new Message();
            scalar.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
            scalar.fixed(2, (float) (double) value);
            summary.bytes(1, scalar.content());
        });
        Message event = new Message();
        event.fixed(1, seconds);
        event.number(2, step);
        event.bytes(5, summary.content());
        record(event.content());
    }

    private void record(byte[] data) throws IOException {
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(data.length)
                .array();
        ByteBuffer record = ByteBuffer.allocate(data.length + Long.BYTES + 2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(maskedChecksum(length))
                .put(data)
                .putInt(maskedChecksum(data));
        out.write(record.array());
        out.flush();
    }

    static int maskedChecksum(byte[] data) {
        CRC32C checksum = new CRC32C();
        checksum.update(data);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** A protocol buffer, field by field. */
    private static final class Message {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        void number(int field, long value) {
            varint(field << 3 | VARINT);
            varint(value);
        }

        void bytes(int field, byte[] value) {
            varint(field << 3 | BYTES);
            varint(value.length);
            content.writeBytes(value);
        }

        void fixed(int field, double value) {
            varint(field << 3 | DOUBLE);
            content.writeBytes(ByteBuffer.allocate(Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(value)
                    .array());
        }

        void fixed(int field, float value) {
            varint(field << 3 | FLOAT);
            content.writeBytes(ByteBuffer.allocate(Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                content.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            content.write((int) rest);
        }

        byte[] content() {
            return content.toByteArray();
        }
    }
}
