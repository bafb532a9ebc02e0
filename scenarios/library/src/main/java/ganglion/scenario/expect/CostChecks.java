package ganglion.scenario.expect;

import ganglion.hardware.ChipCost;
import ganglion.scenario.Decision;
import ganglion.scenario.Expectation;
import ganglion.scenario.Expectation.EnergyBasis;
import ganglion.scenario.ExpectationOutcome;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Checks energy and latency. What is not known is never passed: the outcome says which figure is missing. */
final class CostChecks {

    private CostChecks() {}

    static ExpectationOutcome energy(Expectation.Energy expectation, Evidence evidence) {
        ChipCost cost = cost(expectation.profile(), evidence);
        boolean perDecision = expectation.per() == EnergyBasis.DECISION;
        OptionalDouble joules = perDecision ? meanPerDecision(cost, evidence) : cost.totalJoules();
        return new ExpectationOutcome(
                expectation.pointer(),
                (perDecision ? "energy of a decision on " : "energy of the run on ") + expectation.profile(),
                joules.isPresent() && expectation.joules().hold(joules.getAsDouble()),
                joules.isPresent() ? Wording.energy(joules.getAsDouble()) : "unknown: " + whyUnknown(cost),
                Wording.exclusive(expectation.joules(), "above", "below", Wording::energy));
    }

    private static OptionalDouble meanPerDecision(ChipCost cost, Evidence evidence) {
        if (cost.totalJoules().isEmpty()) {
            return OptionalDouble.empty();
        }
        return evidence.decisions().stream()
                .mapToDouble(decision -> energyOf(decision, cost))
                .average();
    }

    private static double energyOf(Decision decision, ChipCost cost) {
        return cost.energyJoules(decision.fromTick(), decision.untilTick());
    }

    static ExpectationOutcome latency(Expectation.Latency expectation, Evidence evidence) {
        ChipCost cost = cost(expectation.profile(), evidence);
        double[] seconds = cost.tickSeconds().clone();
        Arrays.sort(seconds);
        double found = seconds.length == 0 ? Double.NaN : percentile(seconds, expectation.percentile());
        return new ExpectationOutcome(
                expectation.pointer(),
                "time of a tick on " + expectation.profile() + ", percentile "
                        + Wording.count(expectation.percentile()),
                expectation.seconds().hold(found),
                seconds.length == 0 ? "unknown: " + whyUnknown(cost) : Wording.time(found),
                Wording.exclusive(expectation.seconds(), "above", "below", Wording::time));
    }

    /** The smallest value that no less than the given share of the values keep within (nearest rank). */
    static double percentile(double[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    private static ChipCost cost(String profile, Evidence evidence) {
        return evidence.costs().stream()
                .filter(cost -> cost.profile().name().equals(profile))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the run was not costed on " + profile));
    }

    private static String whyUnknown(ChipCost cost) {
        if (!cost.placement().fits()) {
            return "the network does not fit ("
                    + String.join("; ", cost.placement().problems()) + ")";
        }
        return cost.unknowns().isEmpty() ? "the profile has no figure for it" : String.join("; ", cost.unknowns());
    }
}
