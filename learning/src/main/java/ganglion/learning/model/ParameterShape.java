package ganglion.learning.model;

import java.util.Arrays;

/**
 * A parameter that a layer has.
 *
 * @param name unique in its layer
 * @param trainable whether training changes it
 * @param extents row-major; none for a single number
 */
public record ParameterShape(String name, boolean trainable, int... extents) {

    /** Number of values. */
    public long size() {
        return Arrays.stream(extents).asLongStream().reduce(1, Math::multiplyExact);
    }

    /** Whether a parameter has this name and these extents. */
    public boolean fits(Parameter parameter) {
        return name.equals(parameter.name()) && Arrays.equals(extents, parameter.shape());
    }
}
