package ganglion.learning.sample;

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
}
