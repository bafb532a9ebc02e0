package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.model.Expectation.Firing;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure.Subject;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads whom an expectation looks at, and when. */
final class SubjectReader {

    private SubjectReader() {}

    static Subject subject(Place place) {
        return new Subject(population(place), neuron(place), window(place));
    }

    static Firing firing(Place place) {
        return new Firing(population(place), neuron(place));
    }

    static String population(Place place) {
        place.reading().context(DeclaredNames.class).sizeOfAny(place.at("population"));
        return place.at("population").text();
    }

    static OptionalInt neuron(Place place) {
        return neuron(place, "neuron", place.at("population").text());
    }

    /** The number of a neuron at a key; absent where the key is left out. */
    static OptionalInt neuron(Place place, String key, String population) {
        if (!place.has(key)) {
            return OptionalInt.empty();
        }
        int neuron = place.integer(key, 0);
        int size = place.reading().context(DeclaredNames.class).sizeIfAny(population);
        if (size > 0 && neuron >= size) {
            place.at(key).problem("found neuron " + neuron + ", expected 0 to " + (size - 1));
        }
        return OptionalInt.of(neuron);
    }

    static Window window(Place place) {
        if (place.has("at")) {
            long tick = place.ticks("at", 0);
            return new Window(tick, OptionalLong.of(tick + 1));
        }
        long from = place.ticks("from", 0);
        OptionalLong until = place.has("until") ? OptionalLong.of(place.ticks("until", 0)) : OptionalLong.empty();
        if (until.isPresent() && until.getAsLong() <= from) {
            place.at("until").problem("found \"" + place.at("until").text() + "\", expected a time after the start");
        }
        return new Window(from, until);
    }
}
