package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.learning.model.BatchNormalisation;
import ganglion.learning.model.Convolution;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Dropout;
import ganglion.learning.model.Flatten;
import ganglion.learning.model.Gain;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Pooling;
import ganglion.learning.model.Shape;
import ganglion.learning.model.TimeWindow;
import ganglion.learning.model.Window;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/** Reads the layers of a network. */
final class NetworkReader {

    /** Values of parameters that may be asked for: 800 MB of them. */
    private static final long MOST_PARAMETERS = 100_000_000;

    private static final double USUAL_MOMENTUM = 0.1;
    private static final double USUAL_EPSILON = 1e-5;
    private static final double USUAL_STEPS_PER_UNIT = 100;

    private NetworkReader() {}

    static NetworkPlan read(Place place, Features features) {
        Shape shape = input(place, features);
        Shape input = shape;
        List<Layer> layers = new ArrayList<>();
        long parameters = 0;
        for (Place each : place.at("layers").elements()) {
            try {
                Layer layer = layer(each);
                Shape next = layer.outputShape(shape);
                parameters += parameters(layer, shape);
                if (parameters > MOST_PARAMETERS) {
                    throw new IllegalArgumentException(
                            "found more than " + MOST_PARAMETERS + " weights and other values so far");
                }
                layers.add(layer);
                shape = next;
            } catch (IllegalArgumentException | ArithmeticException e) {
                each.problem(e.getMessage());
                return standIn();
            }
        }
        if (!(layers.get(layers.size() - 1) instanceof Neurons)) {
            List<Place> places = place.at("layers").elements();
            places.get(places.size() - 1).problem("found no neurons in the last layer, expected some");
            return standIn();
        }
        return new NetworkPlan(input, layers);
    }

    /** In the place of a network that cannot be made; an experiment with one is never carried out. */
    private static NetworkPlan standIn() {
        return new NetworkPlan(Shape.of(1), List.of(Neurons.leaky(0)));
    }

    private static long parameters(Layer layer, Shape input) {
        return layer.parameterShapes(input).stream()
                .mapToLong(parameter -> parameter.size())
                .sum();
    }

    private static Shape input(Place place, Features features) {
        if (!place.has("input")) {
            return Shape.of(features.inputs());
        }
        Place input = place.at("input");
        try {
            Shape shape = new Shape(
                    input.node().get(0).intValue(),
                    input.node().get(1).intValue(),
                    input.node().get(2).intValue());
            if (shape.size() == features.inputs()) {
                return shape;
            }
            input.problem("found a shape of " + shape.size() + " values, expected " + features.inputs()
                    + ", the number of inputs");
        } catch (IllegalArgumentException e) {
            input.problem(e.getMessage());
        }
        return Shape.of(features.inputs());
    }

    private static Layer layer(Place place) {
        return switch (place.at("kind").text()) {
            case "dense" -> new Dense(place.integer("outputs", 1), flag(place, "bias"));
            case "gain" -> new Gain(place.number("initial", 1), flag(place, "learned"));
            case "convolution" -> new Convolution(place.integer("channels", 1), window(place), flag(place, "bias"));
            case "pooling" -> new Pooling(window(place), flag(place, "average"));
            case "flatten" -> new Flatten();
            case "dropout" -> new Dropout(place.number("rate", 0));
            case "batch-normalisation" ->
                new BatchNormalisation(
                        place.number("scale", 1),
                        place.number("threshold", 1),
                        place.number("momentum", USUAL_MOMENTUM),
                        place.number("epsilon", USUAL_EPSILON));
            case "delay" ->
                new Delay(
                        place.integer("longest", 1),
                        place.number("steps-per-unit", USUAL_STEPS_PER_UNIT),
                        flag(place, "learned"));
            case "time-window" -> new TimeWindow(place.integer("steps", 1));
            default -> NeuronReader.read(place);
        };
    }

    /** A flag that is true where it is left out. */
    static boolean flag(Place place, String key) {
        return !place.has(key) || place.flag(key);
    }

    private static Window window(Place place) {
        return new Window(
                place.integer("height", 1),
                place.integer("width", 1),
                place.integer("stride", 1),
                place.integer("padding-height", 0),
                place.integer("padding-width", 0));
    }
}
