package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Measure;

/** Reads the limits of an expectation, whose form the schema sees to. */
final class LimitReader {

    private static final double NONE = Double.POSITIVE_INFINITY;

    private final Place place;

    LimitReader(Place place) {
        this.place = place;
    }

    /** Limits of a number of things. */
    Bounds counts() {
        return numbers();
    }

    /** Limits in ticks, which need not be whole. */
    Bounds times() {
        double after = place.fractionalTicks("after", -NONE);
        double before = place.fractionalTicks("before", NONE);
        return new Bounds(after, before, false);
    }

    /** Limits of a figure in its unit. */
    Bounds figures(Measure.Unit unit) {
        return unit == Measure.Unit.NUMBER ? numbers() : quantities(unit);
    }

    private Bounds numbers() {
        if (place.has("between")) {
            JsonNode limits = place.at("between").node();
            return between(limits.get(0).asDouble(), limits.get(1).asDouble());
        }
        if (place.has("equals")) {
            double number = place.number("equals", 0);
            return new Bounds(number, number, true);
        }
        if (place.has("below") || place.has("above")) {
            return new Bounds(place.number("above", -NONE), place.number("below", NONE), false);
        }
        return new Bounds(place.number("at-least", -NONE), place.number("at-most", NONE), true);
    }

    private Bounds quantities(Measure.Unit unit) {
        if (place.has("between")) {
            Place limits = place.at("between");
            double lowest = quantity(limits.elements().get(0), unit, 0);
            return between(lowest, quantity(limits.elements().get(1), unit, lowest));
        }
        double above =
                place.find("above").map(limit -> quantity(limit, unit, -NONE)).orElse(-NONE);
        double below =
                place.find("below").map(limit -> quantity(limit, unit, NONE)).orElse(NONE);
        return new Bounds(above, below, false);
    }

    private static double quantity(Place limit, Measure.Unit unit, double otherwise) {
        return switch (unit) {
            case HERTZ -> limit.quantity(Dimension.FREQUENCY, otherwise);
            case SECONDS -> limit.quantity(Dimension.TIME, otherwise);
            case JOULES -> limit.quantity(Dimension.ENERGY, otherwise);
            case WATTS -> limit.quantity(Dimension.POWER, otherwise);
            case JOULE_SECONDS ->
                // The schema makes certain that it is an energy with a time of one second behind it.
                Quantity.parse(limit.text().replaceFirst("\\s*s\\s*$", ""), Dimension.ENERGY)
                        .value();
            case NUMBER -> limit.node().asDouble();
        };
    }

    private Bounds between(double lowest, double highest) {
        if (lowest > highest) {
            place.at("between").problem("found limits that nothing can keep, expected the lower one first");
            return new Bounds(highest, lowest, true);
        }
        return new Bounds(lowest, highest, true);
    }
}
