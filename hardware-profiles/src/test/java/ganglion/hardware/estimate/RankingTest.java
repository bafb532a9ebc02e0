package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.estimate.Ranking.Saving;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.placement.ChipFit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static DecisionEstimate estimate(
            String name, Computation computation, double joules, double factor, boolean inTime) {
        return estimate(
                name,
                computation,
                joules,
                factor == 0
                        ? Reliability.unvalidated(Grade.D)
                        : new Reliability(
                                Grade.A, 3, OptionalDouble.of(1), OptionalDouble.of(1), OptionalDouble.of(factor)),
                OptionalDouble.of(inTime ? 0.5 : 2),
                Optional.of(inTime));
    }

    private static DecisionEstimate estimate(
            String name,
            Computation computation,
            double joules,
            Reliability reliability,
            OptionalDouble workSeconds,
            Optional<Boolean> inTime) {
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        for (Boundary boundary : Boundary.values()) {
            PartEnergy part = joules < 0 ? PartEnergy.unknown(List.of("idle power of " + name)) : PartEnergy.of(joules);
            energies.put(boundary, new BoundaryEnergy(boundary, Map.of(Part.NETWORK, part)));
        }
        return new DecisionEstimate(
                ToyDevices.processor(name, "1 mW", "10 mW", "1 W"),
                computation,
                Optional.empty(),
                energies,
                1,
                workSeconds,
                workSeconds.isPresent() ? List.of() : List.of("time of a hop"),
                inTime,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Boundary.each(reliability),
                ChipFit.AS_IT_IS,
                List.of());
    }

    private static List<String> names(List<DecisionEstimate> estimates) {
        return estimates.stream().map(found -> found.profile().name()).toList();
    }

    private static Ranking ranking(DecisionEstimate... estimates) {
        return Ranking.of(Boundary.ACTIVE, List.of(estimates));
    }

    @Test
    void eachDeviceComesOnceWithItsCheapestComputation() {
        Ranking ranking = ranking(
                estimate("m4", Computation.DENSE_TICKS, 5, 1.2, true),
                estimate("m4", Computation.ARTIFICIAL, 2, 1.2, true),
                estimate("chip", Computation.SPIKES, 1, 1.2, true));

        assertEquals(List.of("chip", "m4"), names(ranking.ranked()));
        assertEquals(Computation.ARTIFICIAL, ranking.ranked().get(1).computation());
    }

    @Test
    void whatIsTooSlowOrUnknownHasNoRank() {
        Ranking ranking = ranking(
                estimate("slow", Computation.ARTIFICIAL, 1, 1.2, false),
                estimate("dark", Computation.SPIKES, -1, 1.2, true),
                estimate("m4", Computation.ARTIFICIAL, 2, 1.2, true));

        assertEquals(List.of("m4"), names(ranking.ranked()));
        assertEquals(
                List.of("too slow: works 2 s and has 1 s", "idle power of dark"),
                ranking.left().stream().map(Ranking.Left::reason).toList());
    }

    @Test
    void aDeviceThatIsFastEnoughInOneWayIsRanked() {
        Ranking ranking = ranking(
                estimate("m4", Computation.DENSE_TICKS, 5, 1.2, false),
                estimate("m4", Computation.ARTIFICIAL, 2, 1.2, true));

        assertEquals(List.of("m4"), names(ranking.ranked()));
        assertEquals(List.of(), ranking.left());
    }

    @Test
    void aSavingHasTheErrorsOfBothDevices() {
        Saving saving = ranking(
                        estimate("chip", Computation.SPIKES, 1, Math.exp(0.3), true),
                        estimate("m4", Computation.ARTIFICIAL, 4, Math.exp(0.4), true),
                        estimate("m7", Computation.ARTIFICIAL, 9, Math.exp(0.4), true))
                .savings()
                .get(0);

        assertEquals("m4", saving.conventional().profile().name());
        assertEquals(4, saving.factor(), 1e-12);
        assertEquals(4 * Math.exp(0.5), saving.interval().orElseThrow().high(), 1e-9);
        assertEquals(4 / Math.exp(0.5), saving.interval().orElseThrow().low(), 1e-9);
        assertTrue(saving.isClear());
    }

    @Test
    void aSavingWhoseIntervalHoldsOneOrThatHasNoneIsNotClear() {
        List<DecisionEstimate> estimates = new ArrayList<>(List.of(
                estimate("chip", Computation.SPIKES, 1, 1.5, true),
                estimate("m4", Computation.ARTIFICIAL, 1.2, 1.2, true)));
        assertFalse(Ranking.of(Boundary.ACTIVE, estimates).savings().get(0).isClear());

        estimates.set(0, estimate("chip", Computation.SPIKES, 0.01, 0, true));
        Saving unvalidated = Ranking.of(Boundary.ACTIVE, estimates).savings().get(0);
        assertTrue(unvalidated.interval().isEmpty());
        assertFalse(unvalidated.isClear());
    }

    @Test
    void doubtsNameOverlapsAssumptionsAndWhatNobodyMeasured() {
        Ranking ranking = ranking(
                estimate("a", Computation.SPIKES, 1, 1.2, true),
                estimate("b", Computation.ARTIFICIAL, 1.3, 1.2, true),
                estimate("c", Computation.ARTIFICIAL, 9, 0, true),
                estimate("d", Computation.SPIKES, 10, 0, true),
                estimate("dark", Computation.SPIKES, -1, 1.2, true));

        assertEquals(
                List.of(
                        "The order of a and b is not certain: intervals overlap.",
                        "Assumed figures are in the total of c, d, which may stand anywhere."),
                ranking.doubts());
    }

    @Test
    void aChainOfOverlapsIsOneDoubt() {
        Ranking ranking = ranking(
                estimate("a", Computation.SPIKES, 1, 1.2, true),
                estimate("b", Computation.SPIKES, 1.3, 1.2, true),
                estimate("c", Computation.SPIKES, 1.7, 1.2, true),
                estimate("d", Computation.SPIKES, 9, 1.2, true));

        assertEquals(List.of("The order of a, b and c is not certain: intervals overlap."), ranking.doubts());
    }

    @Test
    void energiesOfTwoBoundariesAreNeverCompared() {
        DecisionEstimate estimate = estimate("a", Computation.SPIKES, 1, 1.2, true);

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> estimate.energy(Boundary.ACTIVE).over(estimate.energy(Boundary.MARGINAL)));

        assertEquals("cannot compare active energy with marginal energy", refused.getMessage());
    }

    @Test
    void aWideIntervalReachesOverANarrowOneBetween() {
        Ranking ranking = ranking(
                estimate("wide", Computation.SPIKES, 1, 1.9, true),
                estimate("narrow", Computation.ARTIFICIAL, 2, 1.01, true),
                estimate("other", Computation.ARTIFICIAL, 2.2, 1.9, true));

        assertEquals(
                List.of("The order of wide, narrow and other is not certain: intervals overlap."), ranking.doubts());
    }

    @Test
    void savingsAreThoseOfSpikingChipsAloneAndOfNoneThatTakesNothing() {
        Ranking ranking = ranking(
                estimate("free", Computation.SPIKES, 0, 1.2, true),
                estimate("m4", Computation.ARTIFICIAL, 2, 1.2, true),
                estimate("m7", Computation.DENSE_TICKS, 3, 1.2, true),
                estimate("chip", Computation.SPIKES, 8, 1.2, true));

        List<Saving> savings = ranking.savings();

        assertEquals(List.of("chip"), names(savings.stream().map(Saving::chip).toList()));
        assertEquals(0.25, savings.get(0).factor());
        assertTrue(savings.get(0).isClear());
        assertEquals(
                List.of(),
                ranking(
                                estimate("free", Computation.ARTIFICIAL, 0, 1.2, true),
                                estimate("chip", Computation.SPIKES, 8, 1.2, true))
                        .savings());
    }

    @Test
    void doubtsNameDevicesOfPublishedFiguresThatNobodyMeasured() {
        DecisionEstimate unmeasured = estimate(
                "c",
                Computation.SPIKES,
                3,
                Reliability.unvalidated(Grade.C),
                OptionalDouble.of(0.5),
                Optional.of(true));

        assertEquals(
                List.of("No measurement confirms the place of c."),
                ranking(unmeasured).doubts());
    }

    @Test
    void aDeviceWithoutARankSaysWhy() {
        DecisionEstimate late = estimate(
                "late",
                Computation.SPIKES,
                1,
                Reliability.unvalidated(Grade.C),
                OptionalDouble.of(1),
                Optional.of(false));
        DecisionEstimate untimed = estimate(
                "untimed",
                Computation.SPIKES,
                1,
                Reliability.unvalidated(Grade.C),
                OptionalDouble.empty(),
                Optional.empty());
        DecisionEstimate small = DecisionEstimate.impossible(
                ToyDevices.processor("small", "", "", ""),
                Computation.SPIKES,
                List.of("needs 5 cores", "needs 2 chips"),
                1,
                Boundary.each(Reliability.unvalidated(Grade.C)));

        Ranking ranking = ranking(late, untimed, small);

        assertEquals(List.of(), ranking.ranked());
        assertEquals(
                List.of(
                        "some ticks take longer than the scenario's",
                        "whether it keeps pace is not known: time of a hop",
                        "needs 5 cores; needs 2 chips"),
                ranking.left().stream().map(Ranking.Left::reason).toList());
        assertEquals(
                List.of("needs 5 cores", "needs 2 chips"),
                small.energy(Boundary.MARGINAL).missing());
        assertFalse(small.possible());
    }
}
