package ganglion.learning.model;

import java.util.Arrays;
import java.util.List;

/** Compares the parameters given for a layer with those that the layer has. */
final class ParameterCheck {

    private ParameterCheck() {}

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
        }
    }
}
