package ganglion.learning.model;

import ganglion.learning.model.Parameter.ParameterShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A network with its parameter values: what training changes, files hold and the compiler reads. The structure is
 * immutable, the values are not; not thread safe while they change.
 */
public final class Model {

    private final LayerShape input;
    private final List<Layer> layers;
    private final List<LayerShape> shapes = new ArrayList<>();
    private final List<List<Parameter>> parameters;

    /**
     * @param input shape of the input at one step
     * @param layers from the input to the output, of which the last is a {@link FiringLayer}
     * @param parameters those of each layer, named and shaped as the layer creates them
     * @throws IllegalArgumentException if layers do not fit each other or their parameters
     */
    public Model(LayerShape input, List<Layer> layers, List<List<Parameter>> parameters) {
        this.input = input;
        this.layers = List.copyOf(layers);
        this.parameters = parameters.stream().map(List::copyOf).toList();
        if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof FiringLayer)) {
            throw new IllegalArgumentException("the last layer of a network must be one of neurons");
        }
        if (parameters.size() != layers.size()) {
            throw new IllegalArgumentException(
                    "there are parameters for " + parameters.size() + " layers, expected " + layers.size());
        }
        LayerShape shape = input;
        for (Layer layer : layers) {
            shape = layer.outputShape(shape);
            shapes.add(shape);
        }
        for (int i = 0; i < layers.size(); i++) {
            ParameterShape.check(i, this.layers.get(i), inputShape(i), this.parameters.get(i));
        }
    }

    /** A network with fresh parameters: same seed, same values. */
    public static Model create(LayerShape input, List<Layer> layers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Parameter>> parameters = new ArrayList<>();
        LayerShape shape = input;
        for (Layer layer : layers) {
            parameters.add(layer.createParameters(shape, random.split()));
            shape = layer.outputShape(shape);
        }
        return new Model(input, layers, parameters);
    }

    /** A copy with its own parameter values. */
    public Model copy() {
        return new Model(
                input,
                layers,
                parameters.stream()
                        .map(list -> list.stream().map(Parameter::copy).toList())
                        .toList());
    }

    /** LayerShape of the input at one step. */
    public LayerShape input() {
        return input;
    }

    /** The layers, from the input to the output. */
    public List<Layer> layers() {
        return layers;
    }

    /** LayerShape that a layer takes. */
    public LayerShape inputShape(int layer) {
        return layer == 0 ? input : shapes.get(layer - 1);
    }

    /** LayerShape that a layer gives. */
    public LayerShape outputShape(int layer) {
        return shapes.get(layer);
    }

    /** Number of output neurons. */
    public int outputs() {
        return shapes.get(shapes.size() - 1).size();
    }

    /** Parameters of a layer. */
    public List<Parameter> parameters(int layer) {
        return parameters.get(layer);
    }

    /** Parameters of all layers, in order. */
    public List<Parameter> allParameters() {
        return parameters.stream().flatMap(List::stream).toList();
    }

    /** A parameter of a layer, if the layer has it. */
    public Optional<Parameter> find(int layer, String name) {
        return parameters.get(layer).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /**
     * A parameter of a layer.
     *
     * @throws IllegalArgumentException if the layer has none of that name
     */
    public Parameter parameter(int layer, String name) {
        return find(layer, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "layer " + layer + ", " + layers.get(layer).kind() + ", has no parameter " + name));
    }

    /** Where the values of a parameter may lie. */
    public Span rangeOf(int layer, String name) {
        return layers.get(layer).rangeOf(name);
    }

    /** Whether weight decay shrinks each parameter, in the order of {@link #allParameters}. */
    public boolean[] allDecays() {
        boolean[] all = new boolean[allParameters().size()];
        int next = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            for (Parameter parameter : parameters.get(layer)) {
                all[next++] = layers.get(layer).decays(parameter.name());
            }
        }
        return all;
    }

    /** Number of values that training changes. */
    public long trainableCount() {
        return allParameters().stream()
                .filter(Parameter::trainable)
                .mapToLong(Parameter::size)
                .sum();
    }
}
