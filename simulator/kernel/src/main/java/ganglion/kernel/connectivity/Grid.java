package ganglion.kernel.connectivity;

/**
 * Where the neurons of a population lie: evenly spread over a rectangle, row after row, each in the middle of its cell. One
 * row makes a line.
 *
 * @param columns neurons in a row
 * @param rows number of rows
 * @param width of the rectangle, in any unit of length that the rule uses throughout
 * @param height of the rectangle, in the same unit
 */
public record Grid(int columns, int rows, double width, double height) {

    /** @throws IllegalArgumentException if there are no neurons, or the rectangle is empty */
    public Grid {
        if (columns < 1 || rows < 1 || (long) columns * rows > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "expected at least one column and one row of neurons, found " + columns + " x " + rows);
        }
        if (!(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height))) {
            throw new IllegalArgumentException(
                    "expected a width and a height above 0, found " + width + " and " + height);
        }
    }

    /** Neurons on a line of a certain length. */
    public static Grid line(int neurons, double length) {
        return new Grid(neurons, 1, length, 1);
    }

    /** Number of neurons. */
    int size() {
        return columns * rows;
    }

    /** Where a column lies, from 0 to the width. */
    double x(int column) {
        return (column + 0.5) * width / columns;
    }

    /** Where a row lies, from 0 to the height. */
    double y(int row) {
        return (row + 0.5) * height / rows;
    }
}
