package ganglion.learning.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Holds the parameters given for a layer against those that the layer would create. */
final class ParameterCheck {

    private ParameterCheck() {}

    static void check(int index, Layer layer, Shape input, List<Parameter> given) {
        String place = "layer " + index + ", " + layer.kind() + ": ";
        List<Parameter> expected = layer.createParameters(input, new SplittableRandom(0));
        for (Parameter parameter : given) {
            Optional<Parameter> wanted = expected.stream()
                    .filter(other -> other.name().equals(parameter.name()))
                    .findFirst();
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException(place + "parameter " + parameter.name() + " is unknown, expected "
                        + expected.stream().map(Parameter::name).toList());
            }
            if (!Arrays.equals(wanted.get().shape(), parameter.shape())) {
                throw new IllegalArgumentException(place + "parameter " + parameter.name() + " has the shape "
                        + Arrays.toString(parameter.shape()) + ", expected "
                        + Arrays.toString(wanted.get().shape()));
            }
        }
        for (Parameter parameter : expected) {
            if (given.stream()
                            .filter(other -> other.name().equals(parameter.name()))
                            .count()
                    != 1) {
                throw new IllegalArgumentException(place + "parameter " + parameter.name() + " is not there once");
            }
        }
    }
}
