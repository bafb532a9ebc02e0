package ganglion.scenario.interchange.nir;

import java.util.Arrays;

/**
 * Numbers in an array of any number of axes, as the file holds them: 32 bits stay 32 bits, because a graph of ten million
 * weights should not double in memory. Immutable by agreement: the arrays are taken over, not copied.
 */
public final class Tensor {

    private final TensorShape shape;
    private final float[] singles;
    private final double[] doubles;

    private Tensor(TensorShape shape, float[] singles, double[] doubles) {
        this.shape = shape;
        this.singles = singles;
        this.doubles = doubles;
        int length = singles == null ? doubles.length : singles.length;
        if (shape.count() != length) {
            throw new IllegalArgumentException("found " + length + " numbers for the shape " + shape);
        }
    }

    /** Numbers of 32 bits, row after row. */
    public static Tensor of(TensorShape shape, float... values) {
        return new Tensor(shape, values, null);
    }

    /** Numbers of 64 bits, row after row. */
    public static Tensor of(TensorShape shape, double... values) {
        return new Tensor(shape, null, values);
    }

    /** Numbers in 32 bits, unless these do not hold them. */
    public static Tensor narrowed(TensorShape shape, double[] values) {
        float[] singles = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            singles[i] = (float) values[i];
            if (singles[i] != values[i]) {
                return of(shape, values);
            }
        }
        return of(shape, singles);
    }

    /** A vector of numbers of 64 bits. */
    public static Tensor vector(double... values) {
        return of(TensorShape.of(values.length), values);
    }

    public TensorShape shape() {
        return shape;
    }

    /** Number of elements. */
    public int count() {
        return singles == null ? doubles.length : singles.length;
    }

    /** Whether the numbers have 32 bits. */
    public boolean isSingle() {
        return singles != null;
    }

    /** The element at a row-major position. */
    public double at(int position) {
        return singles == null ? doubles[position] : singles[position];
    }

    /** All elements, in an array of their own. */
    public double[] toDoubles() {
        double[] values = new double[count()];
        Arrays.setAll(values, this::at);
        return values;
    }

    /** The array as it is held, {@code float[]} or {@code double[]}; not to be changed. */
    public Object raw() {
        return singles == null ? doubles : singles;
    }

    /** Same shape, same width, same bits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && shape.equals(that.shape)
                && Arrays.equals(singles, that.singles)
                && Arrays.equals(doubles, that.doubles);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * shape.hashCode() + Arrays.hashCode(singles)) + Arrays.hashCode(doubles);
    }

    @Override
    public String toString() {
        return (isSingle() ? "float32" : "float64") + shape;
    }
}
