package ganglion.documents.table;

/**
 * NumberText in rows and columns.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param values row after row
 */
public record Matrix(int rows, int columns, double[] values) {

    /** @throws IllegalArgumentException if the shape does not fit the values */
    public Matrix {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "found " + values.length + " values, expected " + rows + " x " + columns);
        }
    }
}
