package ganglion.learning.file;

import ganglion.documents.table.NpyArray;
import ganglion.documents.table.TableException;
import ganglion.learning.file.ModelFiles.ModelFileException;
import java.util.Arrays;

/** Rows of equal length as one array in a file. */
public final class Rows {

    /**
     * The largest magnitude of a number of a model. The largest single-precision number is about as large, and a product of a weight
     * with two gains stays within what a network may hold.
     */
    static final double LARGEST = 1e30;

    /** What a message says was expected of a number of a model. */
    static final String EXPECTED = "a finite number, at most 1e30 either way";

    private Rows() {}

    /** The numbers of a model in an array of a given shape: {@link #values} with a bound. */
    public static double[] parameters(Archive archive, String entry, int... shape) throws ModelFileException {
        double[] values = values(archive, entry, shape);
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > LARGEST) {
                throw new ModelFileException(entry + ": value " + i + " is " + values[i] + ", expected " + EXPECTED);
            }
        }
        return values;
    }

    /** The values of an array of a given shape, which is checked before memory is allocated. */
    public static double[] values(Archive archive, String entry, int... shape) throws ModelFileException {
        double size = 1;
        for (int extent : shape) {
            size *= extent;
            if (extent < 1 || size > Archive.LARGEST_CONTENT / 8.0) {
                throw new ModelFileException(entry + ": an array of shape " + Arrays.toString(shape)
                        + " is called for, expected 1 to " + Archive.LARGEST_CONTENT / 8 + " values");
            }
        }
        double[] values;
        try {
            values = NpyArray.read(archive.get(entry), shape);
        } catch (TableException e) {
            throw new ModelFileException(entry + ": " + e.getMessage());
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new ModelFileException(
                        entry + ": value " + i + " is " + values[i] + ", expected a finite number");
            }
        }
        return values;
    }
}
