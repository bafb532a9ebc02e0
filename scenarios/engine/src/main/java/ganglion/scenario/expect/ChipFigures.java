package ganglion.scenario.expect;

import ganglion.hardware.cost.ChipCost;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import ganglion.scenario.result.Decision;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Figures of a run on a chip. */
final class ChipFigures {

    private ChipFigures() {}

    /** The figure, if it is one of chips. */
    static Optional<Measured> of(Measure measure, Evidence evidence) {
        if (measure instanceof Measure.ChipEnergy energy) {
            return Optional.of(energy(energy, evidence));
        }
        if (measure instanceof Measure.TickTime time) {
            return Optional.of(tickTime(time, evidence));
        }
        if (measure instanceof Measure.Power power) {
            return Optional.of(power(power, evidence));
        }
        return measure instanceof Measure.EnergyDelayProduct product
                ? Optional.of(energyDelayProduct(product, evidence))
                : Optional.empty();
    }

    private static Measured energy(Measure.ChipEnergy measure, Evidence evidence) {
        ChipCost cost = evidence.cost(measure.profile());
        OptionalDouble joules = measure.per() == EnergyBasis.RUN
                ? cost.totalJoules()
                : meanOfDecisions(evidence, cost, decision -> joules(cost, decision));
        return Measured.of("energy " + basis(measure.per()) + measure.profile(), joules, whyUnknown(cost));
    }

    private static Measured tickTime(Measure.TickTime measure, Evidence evidence) {
        ChipCost cost = evidence.cost(measure.profile());
        String text = "time of a tick on " + measure.profile() + ", percentile " + Wording.count(measure.percentile());
        if (!cost.timeKnown()) {
            return Measured.unknown(text, whyUnknown(cost));
        }
        double[] seconds = cost.tickSeconds().clone();
        Arrays.sort(seconds);
        return Measured.of(text, percentile(seconds, measure.percentile()));
    }

    private static Measured power(Measure.Power measure, Evidence evidence) {
        ChipCost cost = evidence.cost(measure.profile());
        String text = "mean power on " + measure.profile();
        return cost.totalJoules().isEmpty() || cost.modelledSeconds() <= 0
                ? Measured.unknown(text, whyUnknown(cost))
                : Measured.of(text, cost.totalJoules().getAsDouble() / cost.modelledSeconds());
    }

    private static Measured energyDelayProduct(Measure.EnergyDelayProduct measure, Evidence evidence) {
        ChipCost cost = evidence.cost(measure.profile());
        String text = "energy-delay product " + basis(measure.per()) + measure.profile();
        if (cost.totalJoules().isEmpty() || !cost.timeKnown()) {
            return Measured.unknown(text, whyUnknown(cost));
        }
        double[] seconds = cost.tickSeconds();
        OptionalDouble product = measure.per() == EnergyBasis.RUN
                ? OptionalDouble.of(cost.totalJoules().getAsDouble() * busySeconds(seconds, 0, seconds.length))
                : meanOfDecisions(
                        evidence,
                        cost,
                        decision -> joules(cost, decision)
                                * busySeconds(seconds, decision.fromTick(), decision.untilTick()));
        return Measured.of(text, product, "nothing was decided");
    }

    private static double busySeconds(double[] tickSeconds, long fromTick, long untilTick) {
        int until = (int) Math.min(untilTick, tickSeconds.length);
        return Arrays.stream(tickSeconds, (int) Math.min(fromTick, until), until)
                .sum();
    }

    private static OptionalDouble meanOfDecisions(Evidence evidence, ChipCost cost, ToDoubleFunction<Decision> figure) {
        return cost.totalJoules().isEmpty()
                ? OptionalDouble.empty()
                : evidence.decisions().stream().mapToDouble(figure).average();
    }

    private static double joules(ChipCost cost, Decision decision) {
        return cost.energyJoules(decision.fromTick(), decision.untilTick());
    }

    /** The smallest value such that at least the given share of the values is not larger (nearest rank). */
    static double percentile(double[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    private static String basis(EnergyBasis per) {
        return per == EnergyBasis.RUN ? "of the run on " : "of a decision on ";
    }

    private static String whyUnknown(ChipCost cost) {
        if (!cost.placement().fits()) {
            return "the network does not fit ("
                    + String.join("; ", cost.placement().problems()) + ")";
        }
        return cost.unknowns().isEmpty() ? "the profile has no figure for it" : String.join("; ", cost.unknowns());
    }
}
