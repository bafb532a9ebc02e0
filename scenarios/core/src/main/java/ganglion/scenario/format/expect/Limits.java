package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.joules;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.watts;
import static ganglion.scenario.format.expect.LimitKeys.ABOVE;
import static ganglion.scenario.format.expect.LimitKeys.AFTER;
import static ganglion.scenario.format.expect.LimitKeys.AT_LEAST;
import static ganglion.scenario.format.expect.LimitKeys.AT_MOST;
import static ganglion.scenario.format.expect.LimitKeys.BEFORE;
import static ganglion.scenario.format.expect.LimitKeys.BELOW;
import static ganglion.scenario.format.expect.LimitKeys.BETWEEN;
import static ganglion.scenario.format.expect.LimitKeys.EQUALS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Key;
import ganglion.documents.key.Type;
import ganglion.documents.key.UnitType;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.scenario.model.Expectation.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Which limits go with what an expectation looks at, and in what unit.
 *
 * @param name of their definition in the schema
 * @param type of a limit
 * @param narrowed what the schema says of a limit beyond its key; absent if its key says it all
 * @param keys the limits, of which an expectation has exactly one
 */
record Limits(String name, Type<Double> type, Optional<Type<?>> narrowed, List<Key<?>> keys) {

    /** Whole numbers of spikes or decisions. */
    static final Limits COUNTS = of(
            "counts", readAs(integer().from(0), place -> place.node().asDouble()), BETWEEN, AT_LEAST, AT_MOST, EQUALS);

    /** Numbers without a unit. */
    static final Limits NUMBERS = of("numbers", number(), BETWEEN, AT_LEAST, AT_MOST, EQUALS, BELOW, ABOVE);

    /** Times since the start of the run, in ticks that need not be whole. */
    static final Limits TIMES =
            new Limits("limits-of-times", fractionalTicks(), Optional.empty(), List.of(BEFORE, AFTER));

    /** Lengths of time in seconds. */
    static final Limits DURATIONS = of("durations", seconds(), BETWEEN, BELOW, ABOVE);

    /** Energies in joules. */
    static final Limits ENERGIES = of("energies", joules(), BETWEEN, BELOW, ABOVE);

    /** Frequencies in hertz. */
    static final Limits FREQUENCIES = of("frequencies", hertz(), BETWEEN, BELOW, ABOVE);

    /** Powers in watts. */
    static final Limits POWERS = of("powers", watts(), BETWEEN, BELOW, ABOVE);

    /** Energies times times in joule seconds. */
    static final Limits ENERGY_DELAYS = of("energy-delays", jouleSeconds(), BETWEEN, BELOW, ABOVE);

    /** The label that wins. */
    static final Limits LABELS =
            new Limits("limits-of-labels", number(), Optional.of(LimitKeys.LABEL), List.of(EQUALS));

    /** For what holds or does not. */
    static final Limits NONE = new Limits("limits-of-nothing", number(), Optional.empty(), List.of());

    private static Limits of(String name, Type<Double> type, Key<?>... keys) {
        return new Limits("limits-of-" + name, type, Optional.of(type), List.of(keys));
    }

    private static UnitType<Double> jouleSeconds() {
        return new UnitType<>(
                "an energy times a second",
                "energy-delay",
                "J s, mJ s, uJ s, nJ s, pJ s, fJ s",
                "2 nJ s",
                place -> Quantity.parse(place.text().replaceFirst("\\s*s\\s*$", ""), Dimension.ENERGY)
                        .value(),
                value -> value + " J s");
    }

    /** Lets an object have exactly one of these limits, and none of the others. */
    void writeSchema(ObjectNode rule, Definitions definitions) {
        definitions.refer(name, rule, body -> {
            writeChoice(body);
            ObjectNode properties = body.putObject("properties");
            for (Key<?> limit : LimitKeys.ALL) {
                if (keys.contains(limit)) {
                    writeNarrowed(limit, properties, definitions);
                } else {
                    properties.put(limit.name(), false);
                }
            }
        });
    }

    private void writeChoice(ObjectNode body) {
        if (keys.size() == 1) {
            body.putArray("required").add(keys.get(0).name());
        } else if (!keys.isEmpty()) {
            ArrayNode choice = body.putArray("oneOf");
            keys.forEach(limit -> choice.addObject().putArray("required").add(limit.name()));
        }
    }

    private void writeNarrowed(Key<?> limit, ObjectNode properties, Definitions definitions) {
        if (narrowed.isEmpty()) {
            properties.put(limit.name(), true);
            return;
        }
        ObjectNode schema = properties.putObject(limit.name());
        ObjectNode value = limit == BETWEEN ? schema.putObject("items") : schema;
        String title = narrowed.get().title(MissingNode.getInstance());
        if (!title.isEmpty()) {
            value.put("title", title);
        }
        narrowed.get().writeSchema(value, definitions);
    }

    /** The limits of an expectation in the base unit. */
    Bounds read(Place expectation) {
        if (BETWEEN.isIn(expectation)) {
            return between(BETWEEN.at(expectation));
        }
        if (EQUALS.isIn(expectation)) {
            double number = type.read(EQUALS.at(expectation));
            return new Bounds(number, number, true);
        }
        boolean inclusive = AT_LEAST.isIn(expectation) || AT_MOST.isIn(expectation);
        return new Bounds(
                limit(expectation, AT_LEAST, ABOVE, AFTER).orElse(Double.NEGATIVE_INFINITY),
                limit(expectation, AT_MOST, BELOW, BEFORE).orElse(Double.POSITIVE_INFINITY),
                inclusive);
    }

    private OptionalDouble limit(Place expectation, Key<?>... keys) {
        return Stream.of(keys)
                .filter(key -> key.isIn(expectation))
                .mapToDouble(key -> type.read(key.at(expectation)))
                .findFirst();
    }

    private Bounds between(Place limits) {
        double lowest = type.read(limits.elements().get(0));
        double highest = type.read(limits.elements().get(1));
        if (lowest > highest) {
            limits.problem("found limits that nothing can keep, expected the lower one first");
            return new Bounds(highest, lowest, true);
        }
        return new Bounds(lowest, highest, true);
    }
}
