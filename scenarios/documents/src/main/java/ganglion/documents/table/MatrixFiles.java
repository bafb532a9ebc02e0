package ganglion.documents.table;

import ganglion.documents.table.NpzFile.NpyMatrix;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Reads matrices of numbers; the ending of the name says which kind. */
public final class MatrixFiles {

    private MatrixFiles() {}

    /**
     * A matrix from a CSV, NPY or HDF5 file. A one-dimensional array counts as a single row.
     *
     * @param dataset path within an HDF5 file; empty for the other kinds
     * @param mostValues no more numbers than this are read
     * @throws TableException if the file is none of these, holds anything but finite numbers, or too many
     */
    public static Matrix read(Path file, String dataset, int mostValues) throws TableException {
        Matrix matrix = switch (Kind.of(file)) {
            case CSV -> CsvMatrix.read(file, mostValues);
            case NPY -> NpyMatrix.read(file, mostValues);
            case NPZ -> NpzFile.read(file, dataset, mostValues);
            case HDF5 -> Hdf5Matrix.read(file, dataset, mostValues);
        };
        checkFinite(matrix);
        return matrix;
    }

    static void checkFinite(Matrix matrix) throws TableException {
        double[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new TableException("found " + values[i] + " in row " + i / matrix.columns() + ", column "
                        + i % matrix.columns() + ", expected a finite number");
            }
        }
    }

    /** Kinds of matrix files. */
    public enum Kind {
        CSV,
        NPY,
        NPZ,
        HDF5;

        /** @throws TableException if the name has another ending */
        public static Kind of(Path file) throws TableException {
            String name = String.valueOf(file.getFileName());
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (ending) {
                case "csv" -> CSV;
                case "npy" -> NPY;
                case "npz" -> NPZ;
                case "h5", "hdf5" -> HDF5;
                default ->
                    throw new TableException(
                            "found a name that ends in \"." + ending + "\", expected .csv, .npy, .npz, .h5 or .hdf5");
            };
        }
    }

    /** A matrix as comma-separated text, one row per line, without a header. */
    private static final class CsvMatrix {

        private static final int FIRST_CAPACITY = 1024;

        private final int mostValues;
        private double[] values = new double[FIRST_CAPACITY];
        private int size;

        private CsvMatrix(int mostValues) {
            this.mostValues = mostValues;
        }

        static Matrix read(Path file, int mostValues) throws TableException {
            try (CsvLines lines = new CsvLines(file)) {
                return new CsvMatrix(mostValues).readAll(lines);
            }
        }

        private Matrix readAll(CsvLines lines) throws TableException {
            int rows = 0;
            int columns = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                int added = addRow(line, lines);
                if (rows++ == 0) {
                    columns = added;
                } else if (added != columns) {
                    throw lines.problem("found " + added + " columns, expected " + columns + " as in the rows above");
                }
            }
            if (rows == 0) {
                throw new TableException("found no numbers, expected a matrix");
            }
            return new Matrix(rows, columns, Arrays.copyOf(values, size));
        }

        private int addRow(String line, CsvLines at) throws TableException {
            int before = size;
            int start = 0;
            while (start <= line.length()) {
                int comma = line.indexOf(',', start);
                int end = comma < 0 ? line.length() : comma;
                add(NumberText.decimal(line.substring(start, end), at), at);
                start = end + 1;
            }
            return size - before;
        }

        private void add(double value, CsvLines at) throws TableException {
            if (size == mostValues) {
                throw at.problem("found more than the expected " + mostValues + " numbers");
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(2L * size, mostValues));
            }
            values[size++] = value;
        }
    }
}
