package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.delay.SynapseDelays.DelaySpread;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Neurons;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/** The keys of a network. Features must have been read before. */
public final class NetworkKeys {

    /** Largest number of values of all parameters: 800 MB of them. */
    private static final long MOST_PARAMETERS = 100_000_000;

    /** Largest number of shares that synapses with learned delays spread spikes by: 400 MB of them, or 1.6 GB in double precision. */
    private static final long MOST_SHARES = 100_000_000;

    private static final String EXAMPLE = "layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]";

    private static final Key<List<Integer>> INPUT = Key.of(
                    "input",
                    listOf("channels, rows and columns", integer().from(1).to(1_000_000))
                            .size(3, 3))
            .says("Shape of the input per step, for layers with windows; its product is the number of inputs. Left out,"
                    + " all inputs are channels.")
            .example(List.of(1, 1, 40));
    private static final Key<List<Layer>> LAYERS = Key.of(
                    "layers", listOf("a list of layers", LayerKeys.ALL).size(1, 1000))
            .says(
                    "From the input to the output; the last is one of neurons, with one neuron for each class, or a single"
                            + " one for two classes.")
            .required()
            .exampleText("[{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]");

    /** The network. */
    public static final Key<NetworkPlan> NETWORK = Key.of(
                    "network", ganglion.documents.key.Shape.of("a network", NetworkKeys::read, INPUT, LAYERS))
            .says("The network.")
            .required()
            .exampleText("{" + EXAMPLE + "}");

    private NetworkKeys() {}

    /** Reports that a network has not the outputs that an experiment needs. */
    public static void problemWithOutputs(Place root, String message) {
        LAYERS.at(NETWORK.at(root)).problem(message);
    }

    private static NetworkPlan read(Place place) {
        LayerShape input = input(place, place.reading().context(Features.class));
        LayerShape shape = input;
        List<Layer> layers = new ArrayList<>();
        List<Place> places = LAYERS.at(place).elements();
        long parameters = 0;
        long shares = 0;
        for (Place each : places) {
            try {
                Layer layer = LayerKeys.ALL.read(each);
                LayerShape next = layer.outputShape(shape);
                parameters += parameters(layer, shape);
                if (parameters > MOST_PARAMETERS) {
                    throw new IllegalArgumentException(
                            "found more than " + MOST_PARAMETERS + " weights and other values so far");
                }
                checkPlace(layer, layers);
                shares += shares(layer, shape);
                if (shares > MOST_SHARES) {
                    throw new IllegalArgumentException(
                            "found " + shares + " shares of spreads so far, synapses times the steps over"
                                    + " which each spreads a spike in the first epoch; expected " + MOST_SHARES
                                    + " or fewer, by fewer synapses, a shorter \"longest\" or a narrower \"width\"");
                }
                layers.add(layer);
                shape = next;
            } catch (IllegalArgumentException | ArithmeticException e) {
                each.problem(e.getMessage());
                return standIn();
            }
        }
        if (!(layers.get(layers.size() - 1) instanceof FiringLayer)) {
            places.get(places.size() - 1).problem("found no neurons in the last layer, expected some");
            return standIn();
        }
        return new NetworkPlan(input, layers);
    }

    /** Elsewhere there are no spikes to delay, neither for the trainer nor for the simulator. */
    private static void checkPlace(Layer layer, List<Layer> before) {
        if (Layer.isDelayed(layer) && !before.isEmpty() && !(before.get(before.size() - 1) instanceof FiringLayer)) {
            throw new IllegalArgumentException(
                    "found delays of synapses that no spikes reach, expected the layer first, or"
                            + " directly behind a layer of neurons");
        }
    }

    /** Stands in for a network that cannot be made; an experiment with one never runs. */
    private static NetworkPlan standIn() {
        return new NetworkPlan(LayerShape.of(1), List.of(Neurons.leaky(0)));
    }

    private static long shares(Layer layer, LayerShape input) {
        return layer instanceof Dense dense ? stepsOfSpread(dense.delays()) * dense.outputs() * input.size() : 0;
    }

    /** In the first epoch; 0 if nothing is spread. */
    private static long stepsOfSpread(SynapseDelays delays) {
        return delays.active() && delays.trainable()
                ? DelaySpread.training(delays, delays.firstWidth()).steps()
                : 0;
    }

    private static long parameters(Layer layer, LayerShape input) {
        return layer.parameterShapes(input).stream()
                .mapToLong(parameter -> parameter.size())
                .sum();
    }

    private static LayerShape input(Place place, Features features) {
        if (!INPUT.isIn(place)) {
            return LayerShape.of(features.inputs());
        }
        Place input = INPUT.at(place);
        List<Integer> extents = INPUT.in(place);
        try {
            LayerShape shape = new LayerShape(extents.get(0), extents.get(1), extents.get(2));
            if (shape.size() == features.inputs()) {
                return shape;
            }
            input.problem("found a shape of " + shape.size() + " values, expected " + features.inputs()
                    + ", the number of inputs");
        } catch (IllegalArgumentException e) {
            input.problem(e.getMessage());
        }
        return LayerShape.of(features.inputs());
    }
}
