package ganglion.learning.sample;

import ganglion.learning.sample.Sample.SampleInput;
import java.util.Objects;

/**
 * One example to learn from.
 *
 * @param input of the network
 * @param label its class, from 0
 */
public record Sample(SampleInput input, int label) {

    /** @throws IllegalArgumentException if the class is negative */
    public Sample {
        Objects.requireNonNull(input, "input");
        if (label < 0) {
            throw new IllegalArgumentException("the class of a sample is " + label + ", expected 0 or more");
        }
    }

    /** Input of a network over some steps. Immutable: engines read the arrays in place and never write to them. */
    public sealed interface SampleInput permits ConstantInput, DenseInput, SpikeInput {

        /** Number of steps. */
        int steps();

        /** Number of values at each step. */
        int size();

        /** Value of an input at a step. */
        float at(int step, int index);
    }

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
}
