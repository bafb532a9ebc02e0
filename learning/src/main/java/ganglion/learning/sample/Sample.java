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
}
