package ganglion.learning.model;

import java.util.Arrays;
import java.util.List;

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

    /** Compares the parameters given for a layer with those that the layer has. */
    static void check(int index, Layer layer, LayerShape input, List<Parameter> given) {
        String place = "layer " + index + ", " + layer.kind() + ": ";
        List<ParameterShape> expected = layer.parameterShapes(input);
        List<String> names = expected.stream().map(ParameterShape::name).toList();
        if (!names.equals(given.stream().map(Parameter::name).toList())) {
            throw new IllegalArgumentException(place + "found the parameters "
                    + given.stream().map(Parameter::name).toList() + ", expected " + names);
        }
        for (int p = 0; p < given.size(); p++) {
            if (!expected.get(p).fits(given.get(p))) {
                throw new IllegalArgumentException(place + "parameter " + names.get(p) + " has the shape "
                        + Arrays.toString(given.get(p).shape()) + ", expected "
                        + Arrays.toString(expected.get(p).extents()));
            }
            checkRange(place, given.get(p), layer.rangeOf(names.get(p)));
        }
    }

    private static void checkRange(String place, Parameter parameter, Span range) {
        for (int i = 0; range.bounded() && i < parameter.size(); i++) {
            double value = parameter.values()[i];
            if (!range.contains(value)) {
                throw new IllegalArgumentException(place + "value " + i + " of parameter " + parameter.name() + " is "
                        + value + ", expected a number from " + range.low() + " to " + range.high());
            }
        }
    }
}
