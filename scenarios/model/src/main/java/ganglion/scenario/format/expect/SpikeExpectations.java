package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Firing;
import ganglion.scenario.model.Measure.Subject;
import java.util.List;
import java.util.OptionalInt;

/** Expectations about how often, when and in which order neurons fire. */
final class SpikeExpectations {

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
