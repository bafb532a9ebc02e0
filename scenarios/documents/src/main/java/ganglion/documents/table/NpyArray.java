package ganglion.documents.table;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Arrays of any number of dimensions in NumPy's NPY format, versions 1 to 3; written as version 1.0 in little-endian float64.
 * Format: NumPy Enhancement Proposal 1, <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>. Pickled objects are
 * not read.
 */
public final class NpyArray {

    private static final int CHUNK_BYTES = 1 << 16;

    private NpyArray() {}

    /**
     * The values of an array of a given shape, in row-major order.
     *
     * @param file content of an NPY file
     * @param shape extents; none for a single number
     * @throws TableException if it is something else
     */
    public static double[] read(byte[] file, int... shape) throws TableException {
        try {
            return read(new ByteArrayInputStream(file), header -> header.require(shape));
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory failed", e);
        }
    }

    /** What a header must be, which is checked before memory is taken. */
    interface HeaderCheck {
        void accept(NpyHeader header) throws TableException;
    }

    /** The values of a stream that holds an NPY file and nothing more, in row-major order. */
    static double[] read(InputStream bytes, HeaderCheck check) throws IOException, TableException {
        DataInputStream input = new DataInputStream(bytes);
        try {
            NpyHeader header = NpyHeader.read(input);
            check.accept(header);
            double[] stored = readValues(input, header);
            if (input.read() >= 0) {
                throw new TableException("found more bytes, expected those that the header announces");
            }
            return header.columnMajor() ? rowMajor(stored, header.shape()) : stored;
        } catch (EOFException e) {
            throw new TableException("ends too soon, expected the numbers that its header announces", e);
        }
    }

    private static double[] readValues(DataInputStream input, NpyHeader header) throws IOException {
        NpyNumber number = header.number();
        int count = Math.toIntExact(header.count());
        double[] values = new double[count];
        byte[] chunk = new byte[CHUNK_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.order());
        for (int done = 0; done < count; ) {
            int batch = Math.min(count - done, CHUNK_BYTES / number.bytes());
            input.readFully(chunk, 0, batch * number.bytes());
            for (int i = 0; i < batch; i++) {
                values[done++] = number.at(buffer, i * number.bytes());
            }
        }
        return values;
    }

    /** Storage in which the first index runs fastest, turned into one in which the last does. */
    private static double[] rowMajor(double[] stored, int[] shape) {
        double[] values = new double[stored.length];
        int[] index = new int[shape.length];
        for (int from = 0; from < stored.length; from++) {
            int to = 0;
            for (int d = 0; d < shape.length; d++) {
                to = to * shape[d] + index[d];
            }
            values[to] = stored[from];
            for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
                index[d] = 0;
            }
        }
        return values;
    }

    /**
     * An NPY file.
     *
     * @param values in row-major order
     * @param shape extents; none for a single number
     * @throws IllegalArgumentException if there are more or fewer values than the shape says
     */
    public static byte[] write(double[] values, int... shape) {
        byte[] header = NpyHeader.write("<f8", values.length, shape);
        ByteBuffer buffer = ByteBuffer.allocate(
                        Math.addExact(header.length, Math.multiplyExact(Double.BYTES, values.length)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        Arrays.stream(values).forEach(buffer::putDouble);
        return buffer.array();
    }

    /**
     * Writes an NPY file that need not fit into memory.
     *
     * @param out not closed
     * @param values in row-major order, asked for as many as the shape has places
     * @param shape extents; none for a single number
     */
    public static void write(OutputStream out, NpzWriter.NumberSource values, int... shape) throws IOException {
        long count = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        out.write(NpyHeader.write("<f8", count, shape));
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long place = 0; place < count; place++) {
            if (!buffer.hasRemaining()) {
                out.write(buffer.array());
                buffer.clear();
            }
            buffer.putDouble(values.next());
        }
        out.write(buffer.array(), 0, buffer.position());
    }
}
