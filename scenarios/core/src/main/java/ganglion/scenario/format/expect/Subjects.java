package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.ticks;

import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.name.NameTypes;
import ganglion.scenario.model.Expectation.Firing;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure.Subject;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Which neurons an expectation looks at, and when. */
final class Subjects {

    static final Key<String> POPULATION = Key.of("population", NameTypes.INPUT_OR_POPULATION)
            .titled("the name of a population")
            .says("Population or input that is looked at.")
            .required()
            .example("out");

    static final Key<Integer> NEURON = number("neuron")
            .says("Neuron within the population, counted from 0. Left out, all of them together.")
            .example(3);

    private static final Key<Long> FROM = Key.of("from", ticks())
            .says("Start of the time that counts.")
            .byDefault(Window.ALL.fromTick(), "0 s")
            .example("0 s");

    private static final Key<Long> UNTIL = Key.of("until", ticks())
            .says("End of the time that counts, itself excluded. Left out, the end of the run.")
            .example("500 ms");

    /** A single tick. */
    static final Key<Long> AT = Key.of("at", ticks())
            .says("The tick that is looked at, instead of from and until.")
            .example("40 ms");

    /** A population in a window of time. */
    static final List<Key<?>> IN_TIME = List.of(POPULATION, FROM, UNTIL);

    /** A population, or a neuron of it, in a window of time. */
    static final List<Key<?>> NEURON_IN_TIME = List.of(POPULATION, NEURON, FROM, UNTIL);

    private Subjects() {}

    /** The number of a neuron. */
    static Key<Integer> number(String key) {
        return Key.of(key, integer().from(0).to(9_999_999)).titled("the number of a neuron, from 0");
    }

    static Subject read(Place place) {
        return new Subject(POPULATION.in(place), neuron(place), window(place));
    }

    static Firing firing(Place place) {
        return new Firing(POPULATION.in(place), neuron(place));
    }

    private static OptionalInt neuron(Place place) {
        return neuron(place, NEURON, POPULATION.at(place).text());
    }

    /** The number of a neuron of a population; absent where the key is left out. */
    static OptionalInt neuron(Place place, Key<Integer> key, String population) {
        if (!key.isIn(place)) {
            return OptionalInt.empty();
        }
        int neuron = key.in(place);
        int size = place.reading().context(DeclaredNames.class).sizeIfAny(population);
        if (size > 0 && neuron >= size) {
            key.at(place).problem("found neuron " + neuron + ", expected 0 to " + (size - 1));
        }
        return OptionalInt.of(neuron);
    }

    private static Window window(Place place) {
        if (AT.isIn(place)) {
            long tick = AT.in(place);
            return new Window(tick, OptionalLong.of(tick + 1));
        }
        long from = FROM.in(place);
        if (!UNTIL.isIn(place)) {
            return new Window(from, OptionalLong.empty());
        }
        long until = UNTIL.in(place);
        if (until <= from) {
            UNTIL.at(place).problem("found \"" + UNTIL.at(place).text() + "\", expected a time after the start");
        }
        return new Window(from, OptionalLong.of(until));
    }
}
