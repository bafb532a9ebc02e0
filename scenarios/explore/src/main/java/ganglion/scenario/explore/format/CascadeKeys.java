package ganglion.scenario.explore.format;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.joules;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.cascade.DetectorWish;
import ganglion.scenario.explore.space.SearchDimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of cascades: the only place that knows them. */
final class CascadeKeys {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_RATES = 20;
    private static final int MOST_SAMPLES = 1000;
    private static final int LONGEST_CLASS = 500;
    private static final int MOST_DETECTORS = 100;

    private static final Key<List<String>> EVENT = Key.of(
                    "event",
                    listOf("a list of classes", text("the name of a class").length(1, LONGEST_CLASS))
                            .size(1, MOST_EVENTS)
                            .ofDifferent())
            .says("Classes of samples in which the event happens. All others are samples without it.")
            .required()
            .exampleText("[alarm]");
    private static final Key<List<Double>> RATES = Key.of(
                    "events-per-hour",
                    listOf("a list of numbers above 0", number().above(0).to(1e9))
                            .size(1, MOST_RATES)
                            .ofDifferent())
            .says("How often the event happens, at most once in each window.")
            .byDefault(List.of(1.0, 60.0))
            .exampleText("[1, 60]");
    private static final Key<Boundary> BOUNDARY = Key.of(
                    "boundary", words("active or always-on", List.of(Boundary.ACTIVE, Boundary.ALWAYS_ON)))
            .says("Whether devices sleep between decisions, where they can, or idle.")
            .byDefault(Boundary.ACTIVE)
            .example("active");
    private static final Key<Double> HANDOVER = Key.of("handover", joules())
            .says("Energy of one wake and of handing the sample over. By default nothing; no profile knows it.")
            .byWrittenDefault("0 J")
            .example("2 uJ");
    private static final Key<Integer> CLIPS = Key.of("clips", integer().from(2).to(MOST_SAMPLES))
            .says(
                    "Most samples of the test set that cascades are measured on and points are saved with, of all classes in turn.")
            .byDefault(MOST_SAMPLES)
            .example(200);

    private static final Key<Integer> TRAIN = Key.of("train", integer().from(1).to(MOST_DETECTORS))
            .says("Most detectors that are trained.")
            .byDefault(12)
            .example(12);
    private static final Key<Map<String, SearchDimension>> DETECTORS_VARY = Key.of("vary", DimensionKeys.VARY.type())
            .says(
                    "What is drawn anew for each detector, such as sizes down to a few neurons. What varies in the search under the same name is left"
                            + " out; all else is that of a point of the fronts, those that take least energy first.")
            .required()
            .exampleText("{hidden: {at: /network/layers/0/outputs, whole: [2, 16]}}");
    private static final Key<DetectorWish> DETECTORS = Key.of(
                    "detectors", Shape.of("detectors", CascadeKeys::detectors, TRAIN, DETECTORS_VARY))
            .says(
                    "Trains detectors, too: networks of two classes, event or not, for the small place of a cascade. They learn from the same"
                            + " samples, are chosen in validation and saved as points are.")
            .exampleText("{train: 12, vary: {hidden: {at: /network/layers/0/outputs, whole: [2, 16]}}}");

    /** What is asked of cascades. */
    static final Key<CascadeWish> CASCADES = Key.of(
                    "cascades",
                    Shape.of("cascades", CascadeKeys::read, EVENT, RATES, BOUNDARY, HANDOVER, CLIPS, DETECTORS))
            .says(
                    "Looks for pairs of saved networks of which the small one is always on and wakes the large one, and that take less than any network"
                            + " alone, by how often an event happens.")
            .exampleText("{event: [alarm], events-per-hour: [1, 60]}");

    private CascadeKeys() {}

    private static CascadeWish read(Place place) {
        return new CascadeWish(
                EVENT.in(place),
                RATES.in(place),
                BOUNDARY.in(place),
                HANDOVER.in(place),
                CLIPS.in(place),
                DETECTORS.find(place));
    }

    /** Notes what detectors vary that the search varies under another name. */
    static void checkDetectors(Place root, DetectorWish detectors, Map<String, SearchDimension> vary) {
        Map<String, SearchDimension> own = new LinkedHashMap<>();
        detectors.vary().forEach(dimension -> own.put(dimension.name(), dimension));
        SpaceRules.checkBeside(DETECTORS_VARY.at(DETECTORS.at(CASCADES.at(root))), own, vary);
    }

    private static DetectorWish detectors(Place place) {
        Map<String, SearchDimension> vary = DETECTORS_VARY.in(place);
        SpaceRules.check(DETECTORS_VARY.at(place), vary);
        return new DetectorWish(TRAIN.in(place), List.copyOf(vary.values()));
    }
}
