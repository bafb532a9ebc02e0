package ganglion.scenario.format;

import ganglion.hardware.quantity.Dimension;
import ganglion.scenario.Expectation;
import ganglion.scenario.Expectation.Bounds;
import ganglion.scenario.Expectation.EnergyBasis;
import ganglion.scenario.Expectation.Window;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads expectations. The schema sees to it that each names one thing to look at and limits that go with it; this checks
 * that what is looked at exists.
 */
final class ExpectationReader {

    private final Place place;
    private final ExpectationContext context;

    private ExpectationReader(Place place, ExpectationContext context) {
        this.place = place;
        this.context = context;
    }

    static Expectation read(Place place, ExpectationContext context) {
        return new ExpectationReader(place, context).read();
    }

    private Expectation read() {
        return place.find("spikes")
                .map(this::spikes)
                .or(() -> place.find("first-spike").map(this::firstSpike))
                .or(() -> place.find("winner").map(this::winner))
                .or(() -> place.find("decisions").map(this::decisions))
                .or(() -> place.find("energy").map(this::energy))
                .or(() -> place.find("latency").map(this::latency))
                .orElseGet(() -> new Expectation.GoldenRaster(
                        place.pointer(), place.at("raster").futureFile()));
    }

    private Expectation spikes(Place subject) {
        return new Expectation.SpikeCount(
                place.pointer(), population(subject), neuron(subject), window(subject), counts());
    }

    private Expectation firstSpike(Place subject) {
        return new Expectation.FirstSpike(place.pointer(), population(subject), neuron(subject), times());
    }

    private Expectation winner(Place subject) {
        context.checkDecided(subject);
        String label = place.at("equals").text();
        context.checkLabel(place.at("equals"));
        int clip = subject.integer("clip", 0);
        context.checkClip(subject.find("clip").orElse(subject), clip);
        return new Expectation.Winner(place.pointer(), clip, label);
    }

    private Expectation decisions(Place subject) {
        context.checkDecided(subject);
        OptionalInt of = place.has("of") ? OptionalInt.of(place.integer("of", 0)) : OptionalInt.empty();
        return new Expectation.CorrectDecisions(place.pointer(), counts(), of);
    }

    private Expectation energy(Place subject) {
        EnergyBasis per = subject.choice("per", EnergyBasis.RUN);
        if (per == EnergyBasis.DECISION) {
            context.checkDecided(subject.at("per"));
        }
        return new Expectation.Energy(place.pointer(), profile(subject), per, quantities(Dimension.ENERGY));
    }

    private Expectation latency(Place subject) {
        return new Expectation.Latency(
                place.pointer(), profile(subject), subject.number("percentile", 100), quantities(Dimension.TIME));
    }

    private static String population(Place subject) {
        subject.reading().names().sizeOfAny(subject.at("population"));
        return subject.at("population").text();
    }

    private static OptionalInt neuron(Place subject) {
        if (!subject.has("neuron")) {
            return OptionalInt.empty();
        }
        int neuron = subject.integer("neuron", 0);
        int size = subject.reading().names().sizeIfAny(subject.at("population").text());
        if (size > 0 && neuron >= size) {
            subject.at("neuron").problem("found neuron " + neuron + ", expected 0 to " + (size - 1));
        }
        return OptionalInt.of(neuron);
    }

    private static Window window(Place subject) {
        long from = subject.ticks("from", 0);
        OptionalLong until = subject.has("until") ? OptionalLong.of(subject.ticks("until", 0)) : OptionalLong.empty();
        if (until.isPresent() && until.getAsLong() <= from) {
            subject.at("until")
                    .problem("found \"" + subject.at("until").text() + "\", expected a time after the start");
        }
        return new Window(from, until);
    }

    private String profile(Place subject) {
        context.checkProfile(subject.at("profile"));
        return subject.at("profile").text();
    }

    private Bounds counts() {
        if (place.has("between")) {
            return between(place.at("between"));
        }
        if (place.has("equals")) {
            double count = place.number("equals", 0);
            return new Bounds(count, count, true);
        }
        return new Bounds(place.number("at-least", 0), place.number("at-most", Double.POSITIVE_INFINITY), true);
    }

    private static Bounds between(Place limits) {
        double lowest = limits.node().get(0).asDouble();
        double highest = limits.node().get(1).asDouble();
        if (lowest > highest) {
            limits.problem("found limits that nothing can keep, expected the lower one first");
            return new Bounds(highest, lowest, true);
        }
        return new Bounds(lowest, highest, true);
    }

    private Bounds times() {
        double after = place.fractionalTicks("after", Double.NEGATIVE_INFINITY);
        double before = place.fractionalTicks("before", Double.POSITIVE_INFINITY);
        return new Bounds(after, before, false);
    }

    private Bounds quantities(Dimension dimension) {
        double above = place.quantity("above", dimension, Double.NEGATIVE_INFINITY);
        double below = place.quantity("below", dimension, Double.POSITIVE_INFINITY);
        return new Bounds(above, below, false);
    }
}
