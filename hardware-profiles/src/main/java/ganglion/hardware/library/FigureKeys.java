package ganglion.hardware.library;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.Suggestions;
import ganglion.documents.key.Key;
import ganglion.documents.key.MapType;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.library.OperatingPointKeys.PointScale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a figure with its evidence, one shape per dimension. */
final class FigureKeys {

    static final Key<FigureKind> KIND = Key.of("kind", words("a kind of evidence", FigureKind.class))
            .says("published: read in the source. derived: computed from other figures, as the note shows. quoted:"
                    + " read in another text that quotes the source. fitted: chosen so that estimates meet"
                    + " measurements, which the note names. assumed: our choice.")
            .required()
            .example("published");
    static final Key<String> SOURCE = Key.of("source", text("a key of /sources").length(1, 0))
            .says("Key of the citation in sources.")
            .required()
            .example("davies-2018");
    static final Key<String> AT =
            Key.of("at", ProfileTypes.LINE).says("Place in the source.").example("Table 2");
    static final Key<String> NOTE = Key.of("note", ProfileTypes.LINE)
            .says("Conditions, derivation, doubts.")
            .example("pre-silicon");

    private static final Key<Accounting> ACCOUNTING = Key.of("accounting", words("an accounting", Accounting.class))
            .says("marginal: the energy of one more operation. all-in: power of the whole chip divided by the rate of"
                    + " operations. The two are never added up.")
            .required()
            .example("marginal");
    private static final Key<List<Operation>> COVERS = Key.of(
                    "covers",
                    listOf("a list of operations", words("an operation", Operation.class))
                            .ofDifferent())
            .says("Operations whose energy is within this figure already, so that it is not added again.")
            .byDefault(List.of())
            .example(List.of("neuron-update-active", "neuron-update-idle"));
    private static final Key<Integer> FAN_OUT = Key.of("fan-out", integer().from(1))
            .says("Synaptic operations that one of these sets off where it was measured, if it covers them. The"
                    + " energy of a network with more than twice as many is unknown.")
            .example(288);

    static final Shape<Figure> ENERGY =
            figure("plain-energy-figure", FigureValue.quantity("energy", Dimension.ENERGY), "4.6 pJ", Scales.KEY);
    static final Shape<Figure> TIME = figure("time-figure", FigureValue.time(), "3.5 ns", Scales.KEY);
    static final Shape<Figure> POWER =
            figure("power-figure", FigureValue.quantity("power", Dimension.POWER), "104 mW", Scales.KEY);
    static final Shape<Figure> MEMORY =
            figure("memory-figure", FigureValue.quantity("memory", Dimension.MEMORY), "128 KiB");
    static final Shape<Figure> COUNT = figure("count-figure", FigureValue.count(), 1024);
    static final Shape<Figure> MEASURED = figure(
            "measured-figure",
            FigureValue.quantity("measured", Dimension.ENERGY, Dimension.POWER, Dimension.TIME),
            "16.2 us");

    /** The energy of an operation. */
    static final Shape<EnergyFigure> PRICE = price();

    private FigureKeys() {}

    /** The citation that an object refers to, with the place in it. */
    static String citation(Place object) {
        String citation = Citations.named(SOURCE.at(object));
        return AT.find(object).map(at -> citation + ", " + at).orElse(citation);
    }

    private static Shape<Figure> figure(String definition, Type<FigureValue> type, Object example, Key<?>... more) {
        Key<FigureValue> value = value(type, example);
        Key<List<FigureValue>> interval = interval(type, example);
        return Shape.of(
                        "a figure with value, kind and source",
                        place -> read(place, value, interval),
                        Shape.keys(List.of(value, KIND, SOURCE, AT, NOTE, interval), more))
                .named(definition);
    }

    private static Shape<EnergyFigure> price() {
        Type<FigureValue> type = FigureValue.quantity("energy", Dimension.ENERGY);
        Key<FigureValue> value = value(type, "23.6 pJ");
        Key<List<FigureValue>> interval = interval(type, "23.6 pJ");
        return Shape.of(
                        "a figure with value, kind, source and accounting",
                        place -> new EnergyFigure(
                                read(place, value, interval),
                                ACCOUNTING.in(place),
                                Set.copyOf(COVERS.in(place)),
                                FAN_OUT.find(place).map(Integer::longValue).orElse(Long.MAX_VALUE)),
                        value,
                        KIND,
                        SOURCE,
                        AT,
                        NOTE,
                        interval,
                        Scales.KEY,
                        ACCOUNTING,
                        COVERS,
                        FAN_OUT)
                .named("energy-figure");
    }

    /** The key of a value, in figures of any shape. */
    static Key<FigureValue> value(Type<FigureValue> type, Object example) {
        Key<FigureValue> value = Key.of("value", type)
                .says("Number, with its unit if it has one.")
                .required()
                .example(example);
        return example instanceof String ? value : value.titled("a whole number of at least 1");
    }

    private static Key<List<FigureValue>> interval(Type<FigureValue> type, Object example) {
        return Key.of(
                        "interval",
                        listOf("a list of the lower and the upper end", type).size(2, 2))
                .says("Range of the true value; both ends are written like the value.")
                .example(List.of(example, example));
    }

    /** A figure that holds at every operating point and has no interval. */
    static Figure plain(Place place, Key<FigureValue> key) {
        return figure(place, key.in(place), Optional.empty());
    }

    /** A figure at the operating point that is asked for. */
    private static Figure read(Place place, Key<FigureValue> key, Key<List<FigureValue>> interval) {
        FigureValue value = key.in(place);
        Figure figure =
                figure(place, value, interval.find(place).flatMap(ends -> interval(value, ends, interval.at(place))));
        Optional<Scales> scales = Scales.KEY.find(place);
        if (scales.isEmpty()) {
            return figure;
        }
        PointScale point = place.reading().context(PointScale.class);
        scales.get().check(place, point);
        if (!value.remark().isEmpty() && scales.get().clock() != 0) {
            Scales.KEY
                    .at(place)
                    .problem("found a law of the clock beside a value in cycles, which follows the clock anyway");
        }
        return point.at(figure, scales.get());
    }

    private static Figure figure(Place place, FigureValue value, Optional<Interval> interval) {
        String note = NOTE.find(place).orElse("");
        return new Figure(
                value.text(),
                value.number(),
                value.dimension(),
                KIND.in(place),
                citation(place),
                value.remark().isEmpty() || note.isEmpty() ? value.remark() + note : value.remark() + "; " + note,
                interval);
    }

    private static Optional<Interval> interval(FigureValue value, List<FigureValue> ends, Place place) {
        if (!value.isWithin(ends)) {
            place.problem("found an interval that does not hold the value, expected lower end, upper end");
            return Optional.empty();
        }
        return Optional.of(new Interval(ends.get(0).number(), ends.get(1).number()));
    }

    /**
     * The sources of a profile. They are read first; figures refer to them by their keys.
     *
     * @param byKey full citation of each key, in the order of the document
     */
    record Citations(Map<String, String> byKey) {

        private static final MapType<String> MAP = mapOf("an object with a citation per key", ProfileTypes.LINE)
                .by(text("a key of lower-case letters, digits and hyphens").matching(ProfileTypes.NAME.pattern()))
                .atLeast(1);

        static final Type<Citations> TYPE = readAs(MAP, place -> new Citations(MAP.read(place)));

        /** The citation that a value names; a stand-in, and a problem at the value, if there is none. */
        static String named(Place key) {
            Map<String, String> known = key.reading().context(Citations.class).byKey();
            String citation = known.get(key.text());
            if (citation == null) {
                key.problem("found \"" + key.text() + '"'
                        + Suggestions.expected("a key of /sources:", key.text(), known.keySet()));
                return "unknown";
            }
            return citation;
        }
    }
}
