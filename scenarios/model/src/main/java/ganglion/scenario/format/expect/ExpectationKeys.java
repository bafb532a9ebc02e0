package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Expectation;
import java.util.ArrayList;
import java.util.List;

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
            RasterExpectations.RASTER,
            RasterExpectations.VICTOR_PURPURA,
            RasterExpectations.VAN_ROSSUM);

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
}
