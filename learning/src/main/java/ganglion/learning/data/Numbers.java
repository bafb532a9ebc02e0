package ganglion.learning.data;

import java.lang.reflect.Array;

/** Arrays of numbers of whatever kind, as an HDF5 file may hold them. */
final class Numbers {

    private Numbers() {}

    /** @throws UnsupportedOperationException if it is no array of numbers */
    static double[] of(Object array) {
        if (!array.getClass().isArray() || !array.getClass().getComponentType().isPrimitive()) {
            throw new UnsupportedOperationException("expected an array of numbers");
        }
        double[] values = new double[Array.getLength(array)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Array.getDouble(array, i);
        }
        return values;
    }
}
