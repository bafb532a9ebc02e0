package ganglion.learning.reference.layer;

import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parameters of one layer with room for their gradients. */
public final class LayerParameters {

    private final List<Parameter> parameters;
    private final List<double[]> gradients = new ArrayList<>();

    public LayerParameters(Model model, int layer) {
        this.parameters = model.parameters(layer);
        for (Parameter parameter : parameters) {
            gradients.add(new double[parameter.size()]);
        }
    }

    /** Live values of a parameter; a value of 1 or nothing if the layer does not have it. */
    double[] values(String name, double... otherwise) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.values();
            }
        }
        return otherwise;
    }

    /** Gradient of a parameter; an array that nobody reads if the layer does not have it. */
    double[] gradient(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return gradients.get(i);
            }
        }
        return new double[1];
    }

    public List<double[]> gradients() {
        return gradients;
    }

    public void clearGradients() {
        gradients.forEach(gradient -> Arrays.fill(gradient, 0));
    }
}
