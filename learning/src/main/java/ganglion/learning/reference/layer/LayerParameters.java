package ganglion.learning.reference.layer;

import ganglion.learning.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parameters of one layer, with room for their gradients. Values and gradients are live arrays. */
public final class LayerParameters {

    private final List<Parameter> parameters;
    private final List<double[]> gradients = new ArrayList<>();

    /** @param parameters of the layer; their values are read at each pass */
    public LayerParameters(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        for (Parameter parameter : parameters) {
            gradients.add(new double[parameter.size()]);
        }
    }

    /** Live values of a parameter; the fallback if the layer does not have it. */
    public double[] values(String name, double... fallback) {
        int index = indexOf(name);
        return index < 0 ? fallback : parameters.get(index).values();
    }

    /** Gradient of a parameter; an array that is not read if the layer does not have it. */
    public double[] gradient(String name) {
        return gradient(name, 1);
    }

    /** The same, with {@code size} values if the layer does not have the parameter. */
    public double[] gradient(String name, int size) {
        int index = indexOf(name);
        return index < 0 ? new double[size] : gradients.get(index);
    }

    private int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Values of all parameters. */
    public List<double[]> values() {
        return parameters.stream().map(Parameter::values).toList();
    }

    /** Gradients of all parameters, in the order of {@link #values()}. */
    public List<double[]> gradients() {
        return gradients;
    }

    /** Sets all gradients to zero. */
    public void clearGradients() {
        gradients.forEach(gradient -> Arrays.fill(gradient, 0));
    }
}
