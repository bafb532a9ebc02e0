package ganglion.scenario.explore.format;

import static ganglion.documents.key.Types.file;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.joules;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.name;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.DocumentKeys;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Part;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys of a search document: the only place that knows them. */
final class SearchKeys {

    private static final Key<String> SEARCH = Key.of("search", name())
            .titled("a name")
            .says("Name of the search.")
            .required()
            .example("flutes");

    private static final int FORMAT_VERSION = 1;
    private static final int MOST_DEVICES = 10;
    private static final int MOST_SEEDS = 20;
    private static final int LEAST_SEEDS = 3;
    private static final int MOST_POINTS = 50;
    private static final int MOST_TRIALS = 100_000;

    private static final Key<DocumentPath> EXPERIMENT = Key.of("experiment", file())
            .titled("the name of an experiment file")
            .says(
                    "The experiment that is varied: an experiment of the task classification. It is the network to beat, and trained as well.")
            .required()
            .example("digits.yaml");
    private static final Key<Long> SEED = Key.of("seed", naturalNumber())
            .says("Seed of all that the search draws, and of what its experiment holds out for validation.")
            .byDefault(1L)
            .example(1);
    private static final Key<List<Long>> SEEDS = Key.of(
                    "seeds",
                    listOf("a list of at least 3 different whole numbers from 0", naturalNumber())
                            .size(LEAST_SEEDS, MOST_SEEDS)
                            .ofDifferent())
            .says("Seeds that the points of the front are trained with in the end. Trials are trained with the first.")
            .byDefault(List.of(1L, 2L, 3L))
            .exampleText("[1, 2, 3]");
    private static final Key<List<String>> DEVICES = Key.of(
                    "devices",
                    listOf("a list of devices", text("the name of a device").length(1, 500))
                            .size(1, MOST_DEVICES)
                            .ofDifferent())
            .says(
                    "Devices that each network is tried on: names of profiles, or profile files. What fits none of them is not trained.")
            .required()
            .example(List.of("xylo-audio-2", "loihi"));
    private static final Key<Integer> TRIALS = Key.of(
                    "trials", integer().from(1).to(MOST_TRIALS))
            .says(
                    "How many configurations are trained, besides the experiment as it is. The same number gives the same front, on any number of threads.")
            .byDefault(60)
            .example(150);

    private static final Key<Double> LEAST = Key.of("at-least", number().from(0).to(1))
            .says("Accuracy that is of use at all. Networks below it are the last to go on.")
            .byDefault(0.0)
            .example(0.7);
    private static final Key<Double> ACCURACY = Key.of("accuracy", Shape.of("a wish for accuracy", LEAST::in, LEAST))
            .says(
                    "As many right decisions as possible, in the precision of the device. Always wanted; here it may get a limit.")
            .impliedDefault(0.0)
            .exampleText("{at-least: 0.7}");
    private static final Key<Boundary> BOUNDARY = Key.of(
                    "boundary", words("marginal, active or always-on", Boundary.class))
            .says(
                    "What the energy contains: what one more decision adds (marginal), the time of work (active), or the time until the"
                            + " next decision as well (always-on).")
            .required()
            .example("marginal");
    private static final Key<Part> PART = Key.of("part", words("network", List.of(Part.NETWORK)))
            .says(
                    "network: its part of that energy alone, without front end, input and output, and static power. All of it if left out.")
            .example("network");
    private static final Key<Double> BELOW = Key.of("below", joules())
            .says("Energy of a decision from which on a network is of no use.")
            .example("20 uJ");
    private static final Key<Energy> ENERGY = Key.of(
                    "energy",
                    Shape.of(
                            "a wish for little energy",
                            place -> new Energy(
                                    new Search.EnergyMeasure(BOUNDARY.in(place), PART.isIn(place)),
                                    BELOW.find(place).orElse(Double.MAX_VALUE)),
                            BOUNDARY,
                            PART,
                            BELOW))
            .says("As little energy of a decision as possible, under one boundary.")
            .required()
            .exampleText("{boundary: marginal, below: 20 uJ}");
    private static final Key<Want> WANT = Key.of(
                    "want",
                    Shape.of(
                            "what is wanted",
                            place -> new Want(ACCURACY.in(place), ENERGY.in(place)),
                            ACCURACY,
                            ENERGY))
            .says(
                    "What is wanted of a network on a device: accuracy and little energy. What misses a limit is worse than all that keeps it.")
            .required()
            .exampleText("{energy: {boundary: marginal, below: 20 uJ}}");

    private static final Key<Integer> POINTS = Key.of(
                    "points", integer().from(1).to(MOST_POINTS))
            .says(
                    "Most networks of each device that are trained with all seeds in the end: those of the front, and then those of the"
                            + " fronts behind it.")
            .byDefault(4)
            .example(4);
    /** The document. */
    static final Shape<Search> ROOT = Shape.of(
            "a search",
            SearchKeys::read,
            DocumentKeys.SCHEMA,
            DocumentKeys.format(FORMAT_VERSION),
            SEARCH,
            DocumentKeys.DESCRIPTION,
            DocumentKeys.extending("a search"),
            EXPERIMENT,
            SEED,
            SEEDS,
            DEVICES,
            DimensionKeys.VARY,
            WANT,
            TRIALS,
            POINTS);

    private SearchKeys() {}

    /** Which energy, and from which on it is too much. */
    private record Energy(Search.EnergyMeasure measure, double most) {}

    private record Want(double accuracy, Energy energy) {}

    private static Search read(Place root) {
        Map<String, SearchDimension> vary = DimensionKeys.VARY.in(root);
        DimensionKeys.checkPlaces(DimensionKeys.VARY.at(root), vary);
        Want want = WANT.in(root);
        SearchFiles.Asked asked = root.reading().context(SearchFiles.Asked.class);
        return new Search(
                new Search.Source(
                        asked.file(),
                        SEARCH.in(root),
                        DocumentKeys.DESCRIPTION.in(root),
                        asked.outside(),
                        root.node().toString()),
                EXPERIMENT.in(root),
                new Search.Seeds(SEED.in(root), SEEDS.in(root)),
                new Space(List.copyOf(vary.values())),
                new Search.Goal(
                        devices(root, asked.file()),
                        want.energy().measure(),
                        want.accuracy(),
                        want.energy().most(),
                        POINTS.in(root)),
                TRIALS.in(root));
    }

    /** Files of profiles start from the folder of the document, but are read from another one later. */
    private static List<String> devices(Place root, Path file) {
        return DEVICES.in(root).stream()
                .map(device -> device.matches(".*\\.(yaml|json)(@.*)?")
                        ? file.resolveSibling(device).normalize().toString()
                        : device)
                .toList();
    }
}
