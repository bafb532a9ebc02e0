package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Statistic;
import ganglion.scenario.model.Measure.Subject;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures against values worked out by hand. Three neurons, 100 ticks of 2 ms. */
class FigureExpectationTest {

    private static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

    private static Subject subject(int neuron, long from, long until) {
        return new Subject(
                "out",
                neuron < 0 ? OptionalInt.empty() : OptionalInt.of(neuron),
                new Window(from, until < 0 ? OptionalLong.empty() : OptionalLong.of(until)));
    }

    private static Subject all() {
        return subject(-1, 0, -1);
    }

    private static ExpectationOutcome check(Measure measure, Bounds bounds, SpikeRaster spikes) {
        return EvidenceFixture.of(spikes).check(new Expectation.Figure("/expect/0", measure, bounds));
    }

    private static String found(Measure measure, SpikeRaster spikes) {
        return check(measure, ANY, spikes).found();
    }

    @Test
    void measuresRatesPerNeuronAndSecond() {
        SpikeRaster spikes = EvidenceFixture.spikes(0, 0, 10, 0, 20, 0, 60, 1, 99, 2, 99, 1);

        assertEquals("10 Hz", found(new Measure.Rate(all()), spikes), "6 spikes, 3 neurons, 0.2 s");
        assertEquals("15 Hz", found(new Measure.Rate(subject(0, 0, -1)), spikes));
        assertEquals("20 Hz", found(new Measure.Rate(subject(0, 0, 75)), spikes));
        assertEquals("25 Hz", found(new Measure.Rate(subject(1, 50, 70)), spikes));
        assertEquals(
                "rate of neuron 1 of out from 100 ms until 140 ms",
                check(new Measure.Rate(subject(1, 50, 70)), ANY, spikes).text());
    }

    @Test
    void knowsNoRateOfATimeAfterTheRun() {
        ExpectationOutcome outcome = check(new Measure.Rate(subject(-1, 200, -1)), ANY, EvidenceFixture.spikes());

        assertFalse(outcome.passed());
        assertEquals("unknown: the run ends before the window begins", outcome.found());
    }

    @Test
    void measuresIntervalsOfEachNeuronForItself() {
        SpikeRaster spikes = EvidenceFixture.spikes(0, 0, 10, 0, 12, 1, 40, 0, 62, 1);

        assertEquals("20 ms", found(new Measure.Interval(all(), Statistic.SHORTEST), spikes));
        assertEquals("100 ms", found(new Measure.Interval(all(), Statistic.LONGEST), spikes));
        assertEquals("60 ms", found(new Measure.Interval(all(), Statistic.MEAN), spikes));
        assertEquals("40 ms", found(new Measure.Interval(subject(0, 0, -1), Statistic.MEAN), spikes));
        assertEquals(
                "unknown: no neuron fires twice",
                found(new Measure.Interval(subject(2, 0, -1), Statistic.MEAN), spikes));
    }

    /** Intervals of 10 and 30 ticks: mean 20, standard deviation 10. A clock has none. */
    @Test
    void measuresTheVariationOfIntervals() {
        SpikeRaster spikes = EvidenceFixture.spikes(0, 0, 10, 0, 40, 0, 5, 1, 10, 1, 15, 1, 20, 1, 7, 2);

        assertEquals("0.5", found(new Measure.IntervalVariation(subject(0, 0, -1), 3), spikes));
        assertEquals("0", found(new Measure.IntervalVariation(subject(1, 0, -1), 3), spikes));
        assertEquals(
                "0.25", found(new Measure.IntervalVariation(all(), 3), spikes), "mean of the two that can be told");
        assertEquals("0", found(new Measure.IntervalVariation(all(), 4), spikes), "the one that fires four times");
        assertEquals("unknown: no neuron fires 5 times", found(new Measure.IntervalVariation(all(), 5), spikes));
        assertEquals(
                "unknown: no neuron fires three times",
                found(new Measure.IntervalVariation(subject(2, 0, -1), 3), spikes));
    }

    /** Bins of 10 ticks from tick 5 on; the last 4 ticks are no whole bin. Counts 3 and 1: mean 2, variance 1. */
    @Test
    void measuresTheFanoFactorInWholeBinsOfItsWindow() {
        SpikeRaster spikes = EvidenceFixture.spikes(4, 0, 5, 0, 6, 1, 14, 2, 15, 0, 26, 1, 30, 2);

        assertEquals("0.5", found(new Measure.FanoFactor(subject(-1, 5, 29), 10), spikes));
        assertTrue(found(new Measure.FanoFactor(all(), 10), EvidenceFixture.spikes())
                .startsWith("unknown: "));
    }

    @Test
    void measuresSynchrony() {
        SpikeRaster together = EvidenceFixture.spikes(0, 0, 0, 1, 0, 2, 50, 0, 50, 1, 50, 2);
        SpikeRaster apart = EvidenceFixture.spikes(0, 0, 10, 1, 20, 2);

        assertEquals("1", found(new Measure.Synchrony(all(), 10), together));
        assertEquals("1", found(new Measure.Synchrony(all(), 30), apart), "all in one bin");
        // Ten bins. One neuron: one spike, variance 0.1 - 0.01 = 0.09. Mean of three: 1/3 in three bins, 1/30 - 1/100 =
        // 7/300.
        double chi = Math.sqrt(7 / 300.0 / 0.09);
        assertEquals(Wording.figure(chi, Measure.Unit.NUMBER), found(new Measure.Synchrony(all(), 10), apart));
        assertTrue(found(new Measure.Synchrony(all(), 10), EvidenceFixture.spikes())
                .startsWith("unknown: "));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, -1, HIGHEST, 0.9",
        "-1, 0, -1, LOWEST, 0",
        "1, 2, 3, MEAN, 0.7",
        "0, 0, 2, MEAN, 0.15",
        "2, 0, -1, LOWEST, 0.2"
    })
    void measuresRecordedPotentials(int neuron, long from, long until, Statistic statistic, String expected) {
        double[] potentials = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.5, 0.3};
        SimulationResult plain = EvidenceFixture.result(EvidenceFixture.spikes());
        SimulationResult result = new SimulationResult(
                plain.network(),
                plain.ticks(),
                plain.spikes(),
                plain.activity(),
                List.of(new MembraneTrace("out", 3, potentials)));
        Evidence evidence = EvidenceFixture.of(result, List.of(), List.of());

        ExpectationOutcome outcome = evidence.check(new Expectation.Figure(
                "/expect/0", new Measure.Membrane(subject(neuron, from, until), statistic), ANY));

        assertEquals(expected, outcome.found());
    }

    private static Decision decision(long fromTick, long firstSpike, boolean correct) {
        OptionalLong first = firstSpike < 0 ? OptionalLong.empty() : OptionalLong.of(firstSpike);
        return new Decision("a", "A", fromTick, fromTick + 10, correct ? "A" : "B", new int[3], first, correct);
    }

    private static ExpectationOutcome check(Measure measure, List<Decision> decisions) {
        return EvidenceFixture.of(decisions, List.of()).check(new Expectation.Figure("/expect/0", measure, ANY));
    }

    @Test
    void measuresAccuracyAndHowLongDecisionsTake() {
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            decisions.add(decision(10 * i, 10 * i + i, i < 7));
        }

        assertEquals(
                "0.7 (7 of 10, 95 % interval [39.7, 89.2] %)",
                check(new Measure.Accuracy(OptionalInt.of(10)), decisions).found());
        assertEquals(
                "unknown: there are 10 decisions, expected 12",
                check(new Measure.Accuracy(OptionalInt.of(12)), decisions).found());
        assertEquals("16 ms", check(new Measure.DecisionLatency(90), decisions).found());
        assertEquals("18 ms", check(new Measure.DecisionLatency(100), decisions).found());
        decisions.set(0, decision(0, -1, false));
        assertEquals(
                "unknown: no spike for 1 of 10 decisions",
                check(new Measure.DecisionLatency(100), decisions).found());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9    | 11   | true  | true  | 9 Hz to 11 Hz
            11   | 12   | true  | false | 11 Hz to 12 Hz
            10   | 11   | false | false | above 10 Hz and below 11 Hz
            -Infinity | 10 | false | false | below 10 Hz
            9.99 | Infinity | false | true | above 9.99 Hz
            """)
    void keepsLimits(double lowest, double highest, boolean inclusive, boolean passed, String expected) {
        SpikeRaster spikes = EvidenceFixture.spikes(0, 0, 10, 0, 20, 0, 60, 1, 99, 2, 99, 1);

        ExpectationOutcome outcome = check(new Measure.Rate(all()), new Bounds(lowest, highest, inclusive), spikes);

        assertEquals(passed, outcome.passed());
        assertEquals(expected, outcome.expected());
    }
}
