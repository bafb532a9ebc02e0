package ganglion.learning.reference.layer;

import ganglion.learning.model.Parameter;
import java.util.List;

/** The parameters of one layer, by name. */
public record LayerParameters(List<Parameter> parameters) {

    /** Live values of a parameter; the fallback if the layer does not have it. */
    double[] values(String name, double... fallback) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(Parameter::values)
                .orElse(fallback);
    }
}
