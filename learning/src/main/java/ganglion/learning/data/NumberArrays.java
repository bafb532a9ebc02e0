package ganglion.learning.data;

import java.lang.reflect.Array;

/**
 * Arrays of numbers of any primitive type, as an HDF5 file may hold them. The usual types of spikes are read without
 * reflection, for speed.
 */
final class NumberArrays {

    private NumberArrays() {}

    /**
     * The numbers of an array; the array itself if it holds doubles.
     *
     * @throws UnsupportedOperationException if it is no array of numbers
     */
    static double[] of(Object array) {
        if (array instanceof double[] doubles) {
            return doubles;
        }
        if (!array.getClass().isArray() || !array.getClass().getComponentType().isPrimitive()) {
            throw new UnsupportedOperationException("expected an array of numbers");
        }
        double[] values = new double[Array.getLength(array)];
        if (array instanceof float[] singles) {
            for (int i = 0; i < values.length; i++) {
                values[i] = singles[i];
            }
        } else if (array instanceof int[] whole) {
            for (int i = 0; i < values.length; i++) {
                values[i] = whole[i];
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = Array.getDouble(array, i);
            }
        }
        return values;
    }
}
