package ganglion.scenario.bind;

import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.scenario.model.WeightSource;
import java.util.Arrays;

/** Reads weights that are given one by one, in the scenario or in a file. */
final class WeightLoader {

    private final WeightSource weights;

    WeightLoader(WeightSource weights) {
        this.weights = weights;
    }

    /** Whether there is a weight for each pair of neurons, and not one for all or a distribution. */
    boolean isPerPair() {
        return weights instanceof WeightSource.Inline || weights instanceof WeightSource.MatrixFile;
    }

    /** A row for each source neuron and a column for each target neuron. */
    double[] matrix(int sourceSize, int targetSize) throws UnfitFileException {
        Matrix matrix = read(Math.multiplyExact(sourceSize, targetSize));
        checkShape(
                matrix,
                matrix.rows() == sourceSize && matrix.columns() == targetSize,
                sourceSize + " rows (sources) x " + targetSize + " columns (targets)");
        return matrix.values();
    }

    /** One weight for each neuron. */
    double[] vector(int size) throws UnfitFileException {
        Matrix matrix = read(size);
        boolean isVector = matrix.rows() == 1 || matrix.columns() == 1;
        checkShape(matrix, isVector && matrix.values().length == size, "a single row or column of " + size);
        return matrix.values();
    }

    /** A number of weights, row after row, in any shape. */
    double[] values(int count) throws UnfitFileException {
        Matrix matrix = read(count);
        checkShape(matrix, matrix.values().length == count, count + " weights of a kernel");
        return matrix.values();
    }

    private Matrix read(int mostValues) throws UnfitFileException {
        if (weights instanceof WeightSource.Inline inline) {
            return inlineMatrix(inline.rows());
        }
        WeightSource.MatrixFile source = (WeightSource.MatrixFile) weights;
        try {
            return MatrixFiles.read(source.file().resolved(), source.dataset(), mostValues);
        } catch (TableException e) {
            throw new UnfitFileException("/weights", source.file() + ": " + e.getMessage(), e);
        }
    }

    private static Matrix inlineMatrix(double[][] rows) throws UnfitFileException {
        int columns = rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new UnfitFileException(
                        "/weights/" + i,
                        "found " + rows[i].length + " columns, expected " + columns + " as in the first row");
            }
        }
        double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return new Matrix(rows.length, columns, values);
    }

    private void checkShape(Matrix matrix, boolean fits, String expected) throws UnfitFileException {
        if (!fits) {
            String file = weights instanceof WeightSource.MatrixFile source ? source.file() + ": " : "";
            throw new UnfitFileException(
                    "/weights",
                    file + "found " + matrix.rows() + " rows x " + matrix.columns() + " columns, expected " + expected);
        }
    }
}
