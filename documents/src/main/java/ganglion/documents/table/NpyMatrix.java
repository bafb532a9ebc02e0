package ganglion.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A matrix in NumPy's NPY format: an array of real numbers with one or two dimensions. One dimension is a row. */
public final class NpyMatrix {

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
        int[][] found = new int[1][];
        double[] values = NpyArray.read(bytes, header -> found[0] = header.matrixShape(mostValues));
        return new Matrix(found[0][0], found[0][1], values);
    }
}
