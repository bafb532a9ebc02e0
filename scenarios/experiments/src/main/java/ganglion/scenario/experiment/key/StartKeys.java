package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.file;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.Key;
import ganglion.documents.key.ListType;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.TrainingStart;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The keys of what a network is before it learns. */
final class StartKeys {

    private static final int MOST_NAMES = 1000;

    private static final Key<DocumentPath> MODEL = Key.of("model", file())
            .says("Model file whose values are taken over.")
            .required()
            .example("flute/model.zip");
    private static final Key<List<String>> FROZEN = Key.of("frozen", names())
            .says(
                    "Layers that keep these values, while the others learn: layer-0, layer-1 and so on, from the input on. The running"
                            + " statistics of batch normalisation go on.")
            .byDefault(List.of())
            .exampleText("[layer-0, layer-1]");
    private static final Key<List<String>> FRESH = Key.of("fresh", names())
            .says(
                    "Layers that start anew, such as a read-out of other classes. All others have the same size and settings as in the model.")
            .byDefault(List.of())
            .exampleText("[layer-2]");

    /** A trained model to start from. */
    static final Key<TrainingStart> FROM = Key.of(
                    "from", Shape.of("a model to start from", StartKeys::source, MODEL, FROZEN, FRESH))
            .says("Starts from the values of a trained model of the same layers, instead of random ones.")
            .exampleText("{model: flute/model.zip, frozen: [layer-0]}");

    private StartKeys() {}

    private static ListType<String> names() {
        return listOf("a list of layers", text("the name of a layer").length(1, 100))
                .size(0, MOST_NAMES)
                .ofDifferent();
    }

    private static TrainingStart source(Place place) {
        return new TrainingStart(place.pointer(), MODEL.in(place), FROZEN.in(place), FRESH.in(place));
    }

    /** The trained model that a network starts from, if there is one; checks the names of layers. */
    static Optional<TrainingStart> start(Place training, NetworkPlan network) {
        if (FROM.isIn(training)) {
            check(FROM.at(training), FROZEN, network);
            check(FROM.at(training), FRESH, network);
            for (String name : FRESH.in(FROM.at(training))) {
                if (FROZEN.in(FROM.at(training)).contains(name)) {
                    FRESH.at(FROM.at(training))
                            .problem("found \"" + name + "\", which is frozen, expected a layer that learns");
                }
            }
        }
        return FROM.find(training);
    }

    private static void check(Place from, Key<List<String>> key, NetworkPlan network) {
        List<String> known = IntStream.range(0, network.layers().size())
                .mapToObj(TrainingStart::nameOf)
                .toList();
        int last = known.size() - 1;
        for (String name : key.in(from)) {
            if (!known.contains(name)) {
                key.at(from)
                        .problem("found \"" + name + "\", expected the name of a layer, from layer-0 to layer-" + last);
            }
        }
    }
}
