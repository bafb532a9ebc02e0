package ganglion.learning.reference.layer;

/**
 * Values of all steps, samples and neurons.
 *
 * @param steps number of steps
 * @param batch number of samples
 * @param size number of values of one sample at one step
 * @param values value {@code i} of sample {@code b} at step {@code t} at {@code (t * batch + b) * size + i}; not copied
 */
public record Sequence(int steps, int batch, int size, double[] values) {

    /** @throws IllegalArgumentException if there are more or fewer values than the extents say */
    public Sequence {
        if ((long) steps * batch * size != values.length) {
            throw new IllegalArgumentException("found " + values.length + " values, expected " + steps + " steps x "
                    + batch + " samples x " + size);
        }
    }

    /** All zero. */
    public static Sequence zeros(int steps, int batch, int size) {
        return new Sequence(steps, batch, size, new double[Math.multiplyExact(Math.multiplyExact(steps, batch), size)]);
    }

    /** Position of the first value of a sample at a step. */
    public int row(int step, int sample) {
        return (step * batch + sample) * size;
    }

    /** Number of rows: one per step and sample. */
    public int rows() {
        return steps * batch;
    }

    /** A value. */
    public double at(int step, int sample, int index) {
        return values[row(step, sample) + index];
    }

    /** Zeros of the same steps and samples. */
    public Sequence zerosOf(int otherSize) {
        return zeros(steps, batch, otherSize);
    }
}
