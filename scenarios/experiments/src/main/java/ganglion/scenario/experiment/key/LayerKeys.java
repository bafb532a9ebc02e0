package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape.Window;
import ganglion.scenario.experiment.key.NeuronKeys.BalancedLayerKeys;
import ganglion.scenario.experiment.key.NeuronKeys.SeAdLifLayerKeys;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of layers: the only place that knows the words and keys of those without neurons in experiments. */
final class LayerKeys {

    private static final int LARGEST = 1_000_000;
    private static final int LARGEST_WINDOW = 4096;

    private static final Key<Integer> OUTPUTS = Key.of(
                    "outputs", integer().from(1).to(LARGEST))
            .says("Number of outputs.")
            .required()
            .example(32);
    private static final Key<Boolean> BIAS =
            Key.of("bias", flag()).says("Whether there is a bias.").byDefault(true);

    private static final Key<Double> INITIAL =
            Key.of("initial", number()).says("Gain to start from.").byDefault(1.0);
    private static final Key<Boolean> LEARNED =
            Key.of("learned", flag()).says("Whether the gains are learned.").byDefault(true);

    private static final Key<Integer> CHANNELS = Key.of(
                    "channels", integer().from(1).to(LARGEST))
            .says("Number of output channels.")
            .required()
            .example(8);
    private static final Key<Integer> WIDTH = Key.of("width", integer().from(1).to(LARGEST_WINDOW))
            .says("Columns of the window.")
            .required()
            .example(5);
    private static final Key<Integer> HEIGHT = Key.of(
                    "height", integer().from(1).to(LARGEST_WINDOW))
            .says("Rows of the window.")
            .byDefault(1);
    private static final Key<Integer> STRIDE = Key.of(
                    "stride", integer().from(1).to(LARGEST_WINDOW))
            .says("Step of the window in both directions.")
            .byDefault(1);
    private static final Key<Integer> PADDING_WIDTH = Key.of(
                    "padding-width", integer().from(0).to(LARGEST_WINDOW))
            .says("Columns of zeros on either side.")
            .byDefault(0)
            .example(2);
    private static final Key<Integer> PADDING_HEIGHT = Key.of(
                    "padding-height", integer().from(0).to(LARGEST_WINDOW))
            .says("Rows of zeros above and below.")
            .byDefault(0);
    private static final Key<Boolean> AVERAGE = Key.of("average", flag())
            .says("Whether to average rather than to sum.")
            .byDefault(true);

    private static final Key<Double> RATE = Key.of("rate", number().from(0).below(1))
            .says("Probability of being silenced.")
            .required()
            .example(0.2);

    private static final Key<Double> SCALE = Key.of("scale", number())
            .says("Factor on the threshold to which activity is normalised.")
            .byDefault(1.0);
    private static final Key<Double> THRESHOLD = Key.of("threshold", number().above(0))
            .says("Threshold of the neurons that follow.")
            .byDefault(1.0);
    private static final Key<Double> MOMENTUM = Key.of(
                    "momentum", number().above(0).to(1))
            .says("Share of the newest statistics in the running ones.")
            .byDefault(0.1);
    private static final Key<Double> EPSILON =
            Key.of("epsilon", number().above(0)).says("Added to the variance.").byDefault(1e-5);

    private static final List<Kind<? extends Layer>> WITHOUT_NEURONS = List.of(
            kind(
                    "dense",
                    "Every input to every output, with weights.",
                    place -> new Dense(
                            OUTPUTS.in(place),
                            BIAS.in(place),
                            SynapseDelayKeys.DELAYS.find(place).orElse(SynapseDelays.NONE)),
                    OUTPUTS,
                    BIAS,
                    SynapseDelayKeys.DELAYS),
            kind(
                    "gain",
                    "One-to-one connections, each with a gain.",
                    place -> new Gain(INITIAL.in(place), LEARNED.in(place)),
                    INITIAL,
                    LEARNED),
            kind(
                    "convolution",
                    "A window with weights that slides over all channels.",
                    place -> new Convolution(CHANNELS.in(place), window(place), BIAS.in(place)),
                    CHANNELS,
                    WIDTH,
                    HEIGHT,
                    STRIDE,
                    PADDING_WIDTH,
                    PADDING_HEIGHT,
                    BIAS),
            kind(
                    "pooling",
                    "Sums or averages windows of each channel.",
                    place -> new Pooling(window(place), AVERAGE.in(place)),
                    WIDTH,
                    HEIGHT,
                    STRIDE,
                    AVERAGE),
            kind("flatten", "Merges channels, rows and columns into channels.", place -> new Flatten()),
            kind(
                    "dropout",
                    "Silences inputs at random while training, the same for all steps of a sample.",
                    place -> new Dropout(RATE.in(place)),
                    RATE),
            kind(
                    "batch-normalisation",
                    "Threshold-dependent batch normalisation of each channel; folded into the weights when compiled.",
                    place -> new BatchNormalisation(
                            SCALE.in(place), THRESHOLD.in(place), MOMENTUM.in(place), EPSILON.in(place)),
                    SCALE,
                    THRESHOLD,
                    MOMENTUM,
                    EPSILON));

    /** All layers. */
    static final KindsByTag<Layer> ALL = KindsByTag.of(
                    "a layer",
                    Stream.<List<Kind<? extends Layer>>>of(
                                    WITHOUT_NEURONS,
                                    NeuronKeys.KINDS,
                                    List.of(SeAdLifLayerKeys.KIND, BalancedLayerKeys.KIND))
                            .flatMap(List::stream)
                            .toList())
            .named("layer");

    private LayerKeys() {}

    private static Kind<Layer> kind(String word, String description, Function<Place, Layer> reader, Key<?>... keys) {
        return new Kind<>(word, description, Shape.of("", reader, keys));
    }

    private static Window window(Place place) {
        return new Window(
                HEIGHT.in(place), WIDTH.in(place), STRIDE.in(place), PADDING_HEIGHT.in(place), PADDING_WIDTH.in(place));
    }
}
