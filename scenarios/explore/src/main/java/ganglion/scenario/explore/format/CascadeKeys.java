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
import java.util.List;

/** The keys of cascades: the only place that knows them. */
final class CascadeKeys {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_RATES = 20;
    private static final int MOST_SAMPLES = 1000;
    private static final int LONGEST_CLASS = 500;

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

    /** What is asked of cascades. */
    static final Key<CascadeWish> CASCADES = Key.of(
                    "cascades", Shape.of("cascades", CascadeKeys::read, EVENT, RATES, BOUNDARY, HANDOVER, CLIPS))
            .says(
                    "Looks for pairs of saved networks of which the small one is always on and wakes the large one, and that take less than any network"
                            + " alone, by how often an event happens.")
            .exampleText("{event: [alarm], events-per-hour: [1, 60]}");

    private CascadeKeys() {}

    private static CascadeWish read(Place place) {
        return new CascadeWish(
                EVENT.in(place), RATES.in(place), BOUNDARY.in(place), HANDOVER.in(place), CLIPS.in(place));
    }
}
