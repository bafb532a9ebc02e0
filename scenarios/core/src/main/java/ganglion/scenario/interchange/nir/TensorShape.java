package ganglion.scenario.interchange.nir;

import java.util.Arrays;
import java.util.List;

/**
 * Lengths of the axes of an array, in row-major order. No axes at all is the shape of a single number.
 *
 * @param sizes length of each axis, 0 or more
 */
public record TensorShape(List<Integer> sizes) {

    /** @throws IllegalArgumentException if an axis has a negative length */
    public TensorShape {
        sizes = List.copyOf(sizes);
        if (sizes.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("found the shape " + sizes + ", expected axes of 0 or more");
        }
    }

    public static TensorShape of(int... sizes) {
        return new TensorShape(Arrays.stream(sizes).boxed().toList());
    }

    /** Number of axes. */
    public int rank() {
        return sizes.size();
    }

    /** Length of an axis. */
    public int size(int axis) {
        return sizes.get(axis);
    }

    /** Number of elements; {@link Long#MAX_VALUE} if it is larger than that. */
    public long count() {
        long count = 1;
        for (int size : sizes) {
            long high = Math.multiplyHigh(count, size);
            count = high == 0 && count * size >= 0 ? count * size : Long.MAX_VALUE;
        }
        return sizes.contains(0) ? 0 : count;
    }

    @Override
    public String toString() {
        return sizes.toString();
    }
}
