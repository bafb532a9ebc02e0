package ganglion.learning.sample;

import ganglion.learning.sample.Sample.SampleInput;

/**
 * A number for every input at every step, such as a spectrum.
 *
 * @param rows one row per step, all of the same length; not copied
 */
public record DenseInput(float[][] rows) implements SampleInput {

    /** @throws IllegalArgumentException if there is no step, or steps differ in length */
    public DenseInput {
        if (rows.length == 0) {
            throw new IllegalArgumentException("an input needs at least one step");
        }
        for (float[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        "steps of an input have " + rows[0].length + " and " + row.length + " values");
            }
        }
    }

    @Override
    public int steps() {
        return rows.length;
    }

    @Override
    public int size() {
        return rows[0].length;
    }

    @Override
    public float at(int step, int index) {
        return rows[step][index];
    }
}
