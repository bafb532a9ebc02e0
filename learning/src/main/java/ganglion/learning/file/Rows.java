package ganglion.learning.file;

import ganglion.documents.table.NpyArray;
import ganglion.documents.table.TableException;
import ganglion.learning.file.ModelFiles.ModelFileException;
import java.util.Arrays;

/** Rows of equal length as one array in a file. */
public final class Rows {

    private Rows() {}

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
