package ganglion.hardware.library;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.MappedType;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.UnitType;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Accounting;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.FigureKind;
import ganglion.hardware.figure.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of a figure with its evidence, one shape per dimension. */
final class FigureKeys {

    static final Key<FigureKind> KIND = Key.of("kind", words("a kind of evidence", FigureKind.class))
            .says(
                    "published: seen in the source or in a text that quotes it. derived: computed from published figures, as the"
                            + " note shows. unverified: quoted from memory. assumed: our choice.")
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
                    listOf("a list of operations", words("an operation", operations()))
                            .ofDifferent())
            .says("Operations whose energy is within this figure already, so that it is not added again.")
            .byDefault(List.of())
            .example(List.of("neuron-update-active", "neuron-update-idle"));

    static final Shape<Figure> ENERGY = figure("plain-energy-figure", quantity("energy", Dimension.ENERGY), "4.6 pJ");
    static final Shape<Figure> TIME = figure("time-figure", quantity("time", Dimension.TIME), "3.5 ns");
    static final Shape<Figure> POWER = figure("power-figure", quantity("power", Dimension.POWER), "104 mW");
    static final Shape<Figure> MEMORY = figure("memory-figure", quantity("memory", Dimension.MEMORY), "128 KiB");
    static final Shape<Figure> COUNT = figure("count-figure", count(), 1024);
    static final Shape<Figure> MEASURED = figure(
            "measured-figure", quantity("measured", Dimension.ENERGY, Dimension.POWER, Dimension.TIME), "16.2 us");

    /** The energy of an operation. */
    static final Shape<EnergyFigure> PRICE = price();

    /**
     * A value as written.
     *
     * @param text with its unit
     * @param number in the base unit of the dimension
     */
    private record Value(String text, double number, Dimension dimension) {}

    private FigureKeys() {}

    /** The citation that an object refers to, with the place in it. */
    static String citation(Place object) {
        String citation = Citations.named(SOURCE.at(object));
        return AT.find(object).map(at -> citation + ", " + at).orElse(citation);
    }

    private static Shape<Figure> figure(String definition, Type<Value> type, Object example) {
        Key<Value> value = value(type, example);
        Key<List<Value>> interval = interval(type, example);
        return Shape.of(
                        "a figure with value, kind and source",
                        place -> read(place, value, interval),
                        value,
                        KIND,
                        SOURCE,
                        AT,
                        NOTE,
                        interval)
                .named(definition);
    }

    private static Shape<EnergyFigure> price() {
        Type<Value> type = quantity("energy", Dimension.ENERGY);
        Key<Value> value = value(type, "23.6 pJ");
        Key<List<Value>> interval = interval(type, "23.6 pJ");
        return Shape.of(
                        "a figure with value, kind, source and accounting",
                        place -> new EnergyFigure(
                                read(place, value, interval), ACCOUNTING.in(place), Set.copyOf(COVERS.in(place))),
                        value,
                        KIND,
                        SOURCE,
                        AT,
                        NOTE,
                        interval,
                        ACCOUNTING,
                        COVERS)
                .named("energy-figure");
    }

    private static Key<Value> value(Type<Value> type, Object example) {
        Key<Value> value = Key.of("value", type)
                .says("Number, with its unit if it has one.")
                .required()
                .example(example);
        return example instanceof String ? value : value.titled("a whole number of at least 1");
    }

    private static Key<List<Value>> interval(Type<Value> type, Object example) {
        return Key.of(
                        "interval",
                        listOf("a list of the lower and the upper end", type).size(2, 2))
                .says("Range of the true value; both ends are written like the value.")
                .example(List.of(example, example));
    }

    private static Figure read(Place place, Key<Value> key, Key<List<Value>> interval) {
        Value value = key.in(place);
        return new Figure(
                value.text(),
                value.number(),
                value.dimension(),
                KIND.in(place),
                citation(place),
                NOTE.find(place).orElse(""),
                interval.find(place).flatMap(ends -> interval(value, ends, interval.at(place))));
    }

    private static Optional<Interval> interval(Value value, List<Value> ends, Place place) {
        Value low = ends.get(0);
        Value high = ends.get(1);
        boolean alike = low.dimension() == value.dimension() && high.dimension() == value.dimension();
        if (!alike || !(low.number() <= value.number() && value.number() <= high.number())) {
            place.problem("found an interval that does not hold the value, expected lower end, upper end");
            return Optional.empty();
        }
        return Optional.of(new Interval(low.number(), high.number()));
    }

    /** A number with a unit of one of some dimensions. */
    private static Type<Value> quantity(String definition, Dimension... dimensions) {
        List<String> units = Arrays.stream(dimensions)
                .flatMap(dimension -> dimension.factorByUnit().keySet().stream())
                .toList();
        String description =
                Arrays.stream(dimensions).map(Dimension::description).collect(Collectors.joining(" or "));
        return new UnitType<>(
                description,
                definition,
                String.join(", ", units),
                dimensions[0].example(),
                place -> parse(place, dimensions),
                Value::text);
    }

    private static Type<Value> count() {
        return new MappedType<>(
                integer().from(1).to(Integer.MAX_VALUE), place -> parse(place, Dimension.COUNT), value ->
                        (int) value.number());
    }

    private static Value parse(Place place, Dimension... dimensions) {
        String text = place.node().asText();
        String problem = "";
        for (Dimension dimension : dimensions) {
            try {
                return new Value(text, Quantity.parse(text, dimension).value(), dimension);
            } catch (IllegalArgumentException e) {
                problem = e.getMessage();
            }
        }
        place.problem(problem);
        return new Value(text, 1, dimensions[0]);
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        Arrays.stream(Operation.values()).forEach(operation -> operations.put(operation.key(), operation));
        return operations;
    }
}
