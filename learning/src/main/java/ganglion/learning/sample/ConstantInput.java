package ganglion.learning.sample;

import ganglion.learning.sample.Sample.SampleInput;

/**
 * The same numbers at every step, such as the pixels of a picture. Engines compute what they lead to once.
 *
 * @param values one per input; not copied
 * @param steps for how many steps, at least 1
 */
public record ConstantInput(float[] values, int steps) implements SampleInput {

    /** @throws IllegalArgumentException if there is no step */
    public ConstantInput {
        if (steps < 1) {
            throw new IllegalArgumentException("an input needs at least one step");
        }
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public float at(int step, int index) {
        return values[index];
    }
}
