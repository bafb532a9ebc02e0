package ganglion.documents.table;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A matrix in NumPy's NPY format, versions 1 to 3: real numbers of one or two dimensions, in either byte and storage
 * order. Format: NumPy Enhancement Proposal 1, <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>. Pickled objects are
 * not read.
 */
public final class NpyMatrix {

    private static final int CHUNK_BYTES = 1 << 16;

    private NpyMatrix() {}

    public static Matrix read(Path file, int mostValues) throws TableException {
        try (InputStream bytes = CsvLines.openRegular(file)) {
            return read(bytes, mostValues);
        } catch (IOException e) {
            throw CsvLines.unreadable(e);
        }
    }

    /** Reads a stream that holds an NPY file and nothing more. */
    static Matrix read(InputStream bytes, int mostValues) throws IOException, TableException {
        DataInputStream input = new DataInputStream(bytes);
        try {
            NpyHeader header = NpyHeader.read(input);
            int count = header.checkedCount(mostValues);
            double[] stored = readValues(input, header, count);
            if (input.read() >= 0) {
                throw new TableException("found more bytes than the header announces");
            }
            return header.columnMajor()
                    ? transpose(stored, header)
                    : new Matrix(header.rows(), header.columns(), stored);
        } catch (EOFException e) {
            throw new TableException("ends before the numbers that its header announces", e);
        }
    }

    private static double[] readValues(DataInputStream input, NpyHeader header, int count) throws IOException {
        NpyNumber number = header.number();
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

    private static Matrix transpose(double[] stored, NpyHeader header) {
        int rows = header.rows();
        int columns = header.columns();
        double[] values = new double[stored.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = stored[column * rows + row];
            }
        }
        return new Matrix(rows, columns, values);
    }
}
