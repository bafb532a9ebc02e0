package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostExpectationTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static ChipCost cost(String profile) {
        try {
            Workload workload = new Workload(
                    EvidenceFixture.result(EvidenceFixture.spikes()).network(),
                    List.of(EvidenceFixture.spikes(1, 0, 50, 2)),
                    EvidenceFixture.TICKS,
                    EvidenceFixture.CLOCK);
            return Costing.cost(workload, ProfileLibrary.find(profile));
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Decision decision(long fromTick, long untilTick) {
        return new Decision("a", "A", fromTick, untilTick, "", new int[3], OptionalLong.empty(), false);
    }

    private static ExpectationOutcome check(Expectation expectation, ChipCost cost) {
        return EvidenceFixture.of(List.of(decision(0, 10), decision(40, 60)), List.of(cost))
                .check(expectation);
    }

    private static Expectation energy(String profile, EnergyBasis per, double above, double below) {
        return new Expectation.Figure(
                "/expect/0", new Measure.ChipEnergy(profile, per), new Bounds(above, below, false));
    }

    @Test
    void comparesTheEnergyOfARun() {
        ChipCost cost = cost("loihi");
        double joules = cost.totalJoules().orElseThrow();

        ExpectationOutcome below = check(energy("loihi", EnergyBasis.RUN, -INFINITE, joules * 1.001), cost);
        ExpectationOutcome reached = check(energy("loihi", EnergyBasis.RUN, -INFINITE, joules), cost);
        ExpectationOutcome above = check(energy("loihi", EnergyBasis.RUN, joules, INFINITE), cost);

        assertTrue(below.passed());
        assertFalse(reached.passed());
        assertFalse(above.passed());
        assertEquals("energy of the run on loihi", below.text());
        assertEquals(Wording.figure(joules, Measure.Unit.JOULES), below.found());
        assertEquals("above " + Wording.figure(joules, Measure.Unit.JOULES), above.expected());
    }

    @Test
    void averagesTheEnergyOfDecisions() {
        ChipCost cost = cost("loihi");
        double mean = (cost.energyJoules(0, 10) + cost.energyJoules(40, 60)) / 2;

        ExpectationOutcome outcome = check(energy("loihi", EnergyBasis.DECISION, -INFINITE, 1), cost);

        assertEquals("energy of a decision on loihi", outcome.text());
        assertEquals(Wording.figure(mean, Measure.Unit.JOULES), outcome.found());
    }

    @ParameterizedTest
    @CsvSource({"RUN", "DECISION"})
    void neverPassesWhatIsUnknown(EnergyBasis per) {
        ChipCost cost = cost("cortex-m4");
        assertTrue(cost.totalJoules().isEmpty());

        ExpectationOutcome outcome = check(energy("cortex-m4", per, -INFINITE, INFINITE), cost);

        assertFalse(outcome.passed());
        assertEquals("unknown: " + String.join("; ", cost.unknowns()), outcome.found());
    }

    @Test
    void saysThatANetworkDoesNotFit() throws ProfileException {
        Population large = new Population("out", 2_000, new Lif(LifParameters.of(0.5, 1)));
        Workload workload = new Workload(
                new Network(List.of(large), List.of()), List.of(SpikeRaster.empty(2_000)), 10, EvidenceFixture.CLOCK);
        ChipCost cost = Costing.cost(workload, ProfileLibrary.find("xylo-audio-2"));

        ExpectationOutcome outcome = check(energy("xylo-audio-2", EnergyBasis.RUN, -INFINITE, 1), cost);

        assertFalse(outcome.passed());
        assertTrue(outcome.found().startsWith("unknown: the network does not fit ("), outcome::found);
    }

    @Test
    void comparesAPercentileOfTheTicks() {
        ChipCost cost = cost("loihi");
        double slowest = Arrays.stream(cost.tickSeconds()).max().orElseThrow();

        ExpectationOutcome outcome = check(
                new Expectation.Figure(
                        "/expect/0", new Measure.TickTime("loihi", 100), new Bounds(-INFINITE, 2 * slowest, false)),
                cost);

        assertTrue(outcome.passed());
        assertEquals("time of a tick on loihi, percentile 100", outcome.text());
        assertEquals(Wording.time(slowest), outcome.found());
    }

    @Test
    void neverPassesATimeThatIsUnknown() {
        ChipCost cost = cost("cortex-m4");
        assertFalse(cost.timeKnown());

        ExpectationOutcome outcome = check(
                new Expectation.Figure(
                        "/expect/0", new Measure.TickTime("cortex-m4", 50), new Bounds(-INFINITE, INFINITE, false)),
                cost);

        assertFalse(outcome.passed());
        assertTrue(outcome.found().startsWith("unknown: "), outcome::found);
    }

    /** Nearest rank, as in its definition: of 1 to 10, the 90th percentile is 9. */
    @ParameterizedTest
    @CsvSource({"0, 1", "10, 1", "11, 2", "50, 5", "90, 9", "90.1, 10", "100, 10"})
    void takesTheNearestRank(double percent, double expected) {
        double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        assertEquals(expected, ChipFigures.percentile(sorted, percent));
    }
}
