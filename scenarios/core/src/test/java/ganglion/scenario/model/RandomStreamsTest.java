package ganglion.scenario.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.hardware.estimate.Boundary;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.RandomStreams.Chance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random numbers of the parts of a scenario, and limits of its figures. */
class RandomStreamsTest {

    private static List<CounterRandom> all(RandomStreams streams) {
        return List.of(
                streams.connections(0),
                streams.connections(1),
                streams.weights(0),
                streams.delays(0),
                streams.parameter(0, "beta"),
                streams.parameter(0, "threshold"),
                streams.parameter(1, "beta"),
                streams.input(0),
                streams.input(1));
    }

    private static List<Long> numbers(RandomStreams streams) {
        return all(streams).stream().map(random -> random.bits(0)).toList();
    }

    @Test
    void everyPartHasNumbersThatNoOtherHas() {
        List<Long> numbers = numbers(new RandomStreams(42));

        assertEquals(numbers.size(), numbers.stream().distinct().count());
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertEquals(numbers(new RandomStreams(42)), numbers(new RandomStreams(42)));
        assertNotEquals(numbers(new RandomStreams(42)), numbers(new RandomStreams(43)));
    }

    @Test
    void aSeedForOneKindOfChanceLeavesTheOthersAsTheyAre() {
        RandomStreams plain = new RandomStreams(42);
        RandomStreams named = new RandomStreams(42, Map.of(Chance.CONNECTIVITY, 7L));

        assertEquals(7, named.seedOf(Chance.CONNECTIVITY));
        assertEquals(42, named.seedOf(Chance.NOISE));
        assertNotEquals(plain.connections(0).bits(0), named.connections(0).bits(0));
        assertNotEquals(plain.weights(0).bits(0), named.weights(0).bits(0));
        assertEquals(
                plain.parameter(0, "beta").bits(0), named.parameter(0, "beta").bits(0));
        assertEquals(plain.input(0).bits(0), named.input(0).bits(0));
        assertEquals(plain.encoder("ear"), named.encoder("ear"));
    }

    @Test
    void everyKindOfChanceCanHaveASeed() {
        Stream.of(Chance.values())
                .forEach(chance -> assertEquals(9, new RandomStreams(42, Map.of(chance, 9L)).seedOf(chance)));
    }

    @Test
    void encodersOfTwoInputsHaveTwoSeeds() {
        RandomStreams streams = new RandomStreams(42);

        assertNotEquals(streams.encoder("left"), streams.encoder("right"));
        assertEquals(streams.encoder("left"), streams.encoder("left"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, true, 1, true",
        "1, 3, true, 3, true",
        "1, 3, true, 3.1, false",
        "1, 3, false, 1, false",
        "1, 3, false, 2, true",
        "1, 3, false, 3, false",
        "2, 2, true, 2, true",
        "-Infinity, 3, true, -1e300, true",
        "-Infinity, 3, true, NaN, false",
        "1, Infinity, false, Infinity, false"
    })
    void limitsIncludeThemselvesOrNot(double lowest, double highest, boolean inclusive, double value, boolean holds) {
        assertEquals(holds, new Bounds(lowest, highest, inclusive).hold(value));
    }

    @Test
    void limitsThatNothingKeepsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Bounds(3, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new Bounds(Double.NaN, 1, true));
    }

    private static Measure.Device device(String profile) {
        return new Measure.Device(profile, Optional.empty(), Boundary.ACTIVE);
    }

    @Test
    void figuresHaveTheUnitThatTheirLimitsAreIn() {
        Measure.Subject subject = new Measure.Subject("out", OptionalInt.empty(), Expectation.Window.ALL);

        assertEquals("Hz", new Measure.Rate(subject).unit().symbol());
        assertEquals(
                "s",
                new Measure.Interval(subject, Measure.Statistic.MEAN).unit().symbol());
        assertEquals("s", new Measure.DecisionLatency(90).unit().symbol());
        assertEquals("W", new Measure.Power(device("loihi")).unit().symbol());
        assertEquals(
                "J",
                new Measure.DeviceEnergy(device("loihi"), Expectation.EnergyBasis.RUN)
                        .unit()
                        .symbol());
        assertEquals(
                "J s",
                new Measure.EnergyDelayProduct(device("loihi"), Expectation.EnergyBasis.RUN)
                        .unit()
                        .symbol());
        assertEquals("", new Measure.Synchrony(subject, 5).unit().symbol());
        assertEquals(
                "",
                new Measure.Ratio(new Measure.Power(device("a")), new Measure.Power(device("b")))
                        .unit()
                        .symbol());
    }
}
