package ganglion.documents.table;

import java.nio.file.Path;
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
}
