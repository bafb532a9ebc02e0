package ganglion.hardware.validation;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.Suggestions;
import ganglion.documents.key.Key;
import ganglion.documents.key.MapType;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The keys of dense networks, which cases name. */
final class CaseNetworkKeys {

    /**
     * The layers of each network of a file. They are read first; workloads refer to them by name.
     *
     * @param byName layers, in the order of the document
     */
    record Networks(Map<String, List<LayerWork>> byName) {

        /** The layers that a value names; none, and a problem at the value, if there is no such network. */
        static List<LayerWork> named(Place name) {
            Map<String, List<LayerWork>> known =
                    name.reading().context(Networks.class).byName();
            if (!known.containsKey(name.text())) {
                name.problem("found \"" + name.text() + '"'
                        + Suggestions.expected("a name in /networks:", name.text(), known.keySet()));
            }
            return known.getOrDefault(name.text(), List.of());
        }
    }

    private static final Key<LayerKind> KIND = Key.of("kind", words("a kind of layer", LayerKind.class))
            .says("How a layer uses its weights: dense, each once; convolution, each at many places.")
            .required()
            .example("dense");
    private static final Key<Long> PRODUCTS = Key.of("multiply-accumulates", naturalNumber())
            .says("Multiply-accumulates of one pass.")
            .required()
            .example(81920);
    private static final Key<Long> OUTPUTS = Key.of("outputs", naturalNumber())
            .says("Numbers that the layer gives.")
            .required()
            .example(128);
    private static final Key<Long> WEIGHTS = Key.of("weights", naturalNumber())
            .says("Number of weights.")
            .required()
            .example(81920);
    private static final Key<Integer> COUNT = Key.of("count", integer().from(1).to(10_000))
            .says("Number of layers alike.")
            .byDefault(1)
            .example(10);
    private static final Shape<List<LayerWork>> LAYERS_ALIKE =
            Shape.of("a layer", CaseNetworkKeys::alike, KIND, PRODUCTS, OUTPUTS, WEIGHTS, COUNT);
    private static final Key<String> SOURCE = Key.of("source", CaseKeys.LINE)
            .says("Where the layers are from.")
            .required()
            .example("MLPerf Tiny, anomaly detection, reference model");
    private static final Key<List<List<LayerWork>>> LAYERS = Key.of(
                    "layers", listOf("a list of layers", LAYERS_ALIKE).size(1, 0))
            .says("Layers in the order of their computation.")
            .required()
            .exampleText("[{kind: dense, multiply-accumulates: 81920, outputs: 128, weights: 81920}]");
    private static final Shape<List<LayerWork>> NETWORK = Shape.of(
            "a network",
            place -> LAYERS.in(place).stream().flatMap(List::stream).toList(),
            SOURCE,
            LAYERS);
    private static final MapType<List<LayerWork>> MAP = mapOf("an object with a network per name", NETWORK);

    /** The networks of a file. */
    static final Key<Networks> NETWORKS = Key.of("networks", readAs(MAP, place -> new Networks(MAP.read(place))))
            .says("Dense networks by name, for the cases of this file.")
            .impliedDefault(new Networks(Map.of()));

    /** A network of a workload, by its name. */
    static final Key<List<LayerWork>> NETWORK_NAME = Key.of(
                    "network", readAs(text("a name of a network").length(1, 100), Networks::named))
            .says("Name of the network.")
            .required()
            .example("mlperf-tiny-ad");

    private CaseNetworkKeys() {}

    private static List<LayerWork> alike(Place place) {
        return Collections.nCopies(
                COUNT.in(place),
                new LayerWork(KIND.in(place), PRODUCTS.in(place), OUTPUTS.in(place), WEIGHTS.in(place)));
    }
}
