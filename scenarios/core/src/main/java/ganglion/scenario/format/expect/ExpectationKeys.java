package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.futureFile;
import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Firing;
import ganglion.scenario.model.Measure.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a scenario expects of its run: the list of all kinds. */
public final class ExpectationKeys {

    private static final List<ExpectationKind> KINDS = List.of(
            SpikeExpectations.SPIKES,
            FigureExpectations.RATE,
            SpikeExpectations.FIRST_SPIKE,
            SpikeExpectations.LAST_SPIKE,
            SpikeExpectations.ORDER,
            FigureExpectations.INTERVAL,
            FigureExpectations.INTERVAL_VARIATION,
            FigureExpectations.SYNCHRONY,
            FigureExpectations.FANO_FACTOR,
            FigureExpectations.MEMBRANE,
            FigureExpectations.WEIGHTS,
            DecisionExpectations.WINNER,
            DecisionExpectations.DECISIONS,
            DecisionExpectations.DECISION_LATENCY,
            DeviceExpectations.ENERGY,
            DeviceExpectations.POWER,
            DeviceExpectations.LATENCY,
            DeviceExpectations.ENERGY_DELAY_PRODUCT,
            DeviceExpectations.RATIO,
            RasterExpectations.RASTER);

    private static final Shape<Expectation> EXPECTATION = shape();

    /** The expectations. */
    public static final Key<List<Expectation>> EXPECT = Key.of(
                    "expect", listOf("a list of expectations", EXPECTATION).size(0, 10_000))
            .says("What must hold after the run. Each names one thing to look at and the limits it must keep.")
            .impliedDefault(List.of())
            .exampleText("[{spikes: {population: out}, between: [10, 40]}]");

    private ExpectationKeys() {}

    private static Shape<Expectation> shape() {
        List<Key<?>> keys = new ArrayList<>();
        KINDS.forEach(kind -> keys.add(kind.key()));
        Key<?>[] subjects = keys.toArray(Key<?>[]::new);
        keys.addAll(List.of(
                LimitKeys.BETWEEN,
                LimitKeys.AT_LEAST,
                LimitKeys.AT_MOST,
                LimitKeys.EQUALS,
                LimitKeys.OF,
                LimitKeys.BEFORE,
                LimitKeys.AFTER,
                LimitKeys.BELOW,
                LimitKeys.ABOVE));
        Shape<Expectation> shape = Shape.of("one thing to look at, with its limits", ExpectationKeys::read, keys)
                .named("expectation")
                .exactlyOne(subjects);
        for (ExpectationKind kind : KINDS) {
            shape = shape.where(kind.key(), kind.rule());
        }
        return shape;
    }

    private static Expectation read(Place place) {
        return KINDS.stream()
                .filter(kind -> kind.key().isIn(place))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the schema lets " + place.pointer() + " be of no kind"))
                .reader()
                .apply(place);
    }

    /** Whether an expectation needs the spikes of the run in memory. */
    public static boolean needsSpikes(Place expectation) {
        return !FigureExpectations.MEMBRANE.key().isIn(expectation)
                && !FigureExpectations.WEIGHTS.key().isIn(expectation);
    }

    /** The names of the devices that an expectation is about. */
    public static List<String> devices(Place expectation) {
        return DeviceExpectations.devices(expectation);
    }

    /** Expectations about how often, when and in which order neurons fire. */
    static final class SpikeExpectations {

        private static final Shape<Firing> FIRING =
                Shape.of("a population", Subjects::firing, Subjects.POPULATION, Subjects.NEURON);

        static final ExpectationKind SPIKES = spikes();
        static final ExpectationKind FIRST_SPIKE = time("first", Expectation.FirstSpike::new);
        static final ExpectationKind LAST_SPIKE = time("last", Expectation.LastSpike::new);
        static final ExpectationKind ORDER = order();

        private SpikeExpectations() {}

        private static ExpectationKind spikes() {
            Key<Subject> key = Key.of("spikes", Shape.of("a population", Subjects::read, Subjects.NEURON_IN_TIME))
                    .says(
                            "Number of spikes of a population or of one of its neurons. Goes with between, at-least, at-most or"
                                    + " equals.")
                    .exampleText("{population: out}");
            return ExpectationKind.of(key, Limits.COUNTS, place -> {
                Subject subject = key.in(place);
                return new Expectation.SpikeCount(
                        place.pointer(),
                        subject.population(),
                        subject.neuron(),
                        subject.window(),
                        Limits.COUNTS.read(place));
            });
        }

        /** When a population, or one neuron of it, fires. */
        @FunctionalInterface
        private interface SpikeTime {
            Expectation of(String pointer, String population, OptionalInt neuron, Expectation.Bounds ticks);
        }

        private static ExpectationKind time(String which, SpikeTime time) {
            Key<Firing> key = Key.of(which + "-spike", FIRING)
                    .says("Time of the " + which
                            + " spike of a population or of one of its neurons. Goes with before or after.")
                    .exampleText("{population: out}");
            return ExpectationKind.of(key, Limits.TIMES, place -> {
                Firing subject = key.in(place);
                return time.of(place.pointer(), subject.population(), subject.neuron(), Limits.TIMES.read(place));
            });
        }

        private static ExpectationKind order() {
            Key<List<Firing>> key = Key.of(
                            "order",
                            listOf("a list of populations or neurons", FIRING).size(2, 10_000))
                    .says(
                            "Which population or neuron fires first, which next and so on: the first spikes of those listed must"
                                    + " come in this order, no two in one tick.")
                    .exampleText("[{population: pool, neuron: 0}, {population: pool, neuron: 1}]");
            return ExpectationKind.of(
                    key, Limits.NONE, place -> new Expectation.SpikeOrder(place.pointer(), key.in(place)));
        }
    }

    /** Expectations that compare with golden rasters. */
    private static final class RasterExpectations {

        static final ExpectationKind RASTER = raster();

        private RasterExpectations() {}

        private static ExpectationKind raster() {
            Key<DocumentPath> key = Key.of("raster", futureFile())
                    .titled("the name of a raster file")
                    .says(
                            "File with the exact spikes that the populations in it must fire: the spikes.csv of an earlier run, or"
                                    + " written by ganglion test --update.")
                    .example("golden/flute.spikes.csv");
            return ExpectationKind.of(
                    key, Limits.NONE, place -> new Expectation.GoldenRaster(place.pointer(), key.in(place)));
        }
    }
}
