package ganglion.scenario.expect;

import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures of a run on a device, as its estimates have them. */
final class DeviceFigures {

    private DeviceFigures() {}

    /** The figure, if it is one of devices. */
    static Optional<Measured> of(Measure measure, Evidence evidence) {
        if (measure instanceof Measure.DeviceEnergy energy) {
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

    private static Measured energy(Measure.DeviceEnergy measure, Evidence evidence) {
        DecisionEstimate estimate = evidence.estimate(measure.device(), measure.per());
        BoundaryEnergy energy = estimate.energy(measure.device().boundary());
        return Measured.of(
                energy.boundary().word() + " energy " + basis(measure.per()) + name(estimate),
                energy.joules(),
                whyUnknown(estimate, energy.missing()));
    }

    /** Over the time that the run takes: longer than it is on the scenario's clock where the device does not keep pace. */
    private static Measured power(Measure.Power measure, Evidence evidence) {
        DecisionEstimate estimate = evidence.estimate(measure.device(), EnergyBasis.RUN);
        BoundaryEnergy energy = estimate.energy(measure.device().boundary());
        double seconds =
                Math.max(estimate.periodSeconds(), estimate.workSeconds().orElse(0));
        return Measured.of(
                energy.boundary().word() + " mean power on " + name(estimate),
                divided(energy.joules(), seconds),
                whyUnknown(estimate, energy.missing()));
    }

    private static OptionalDouble divided(OptionalDouble value, double divisor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
    }

    private static Measured energyDelayProduct(Measure.EnergyDelayProduct measure, Evidence evidence) {
        DecisionEstimate estimate = evidence.estimate(measure.device(), measure.per());
        BoundaryEnergy energy = estimate.energy(measure.device().boundary());
        OptionalDouble seconds = estimate.workSeconds();
        String text = energy.boundary().word() + " energy-delay product " + basis(measure.per()) + name(estimate);
        return energy.joules().isEmpty() || seconds.isEmpty()
                ? Measured.unknown(
                        text,
                        whyUnknown(estimate, energy.joules().isEmpty() ? energy.missing() : estimate.missingTimes()))
                : Measured.of(text, energy.joules().getAsDouble() * seconds.getAsDouble());
    }

    /** The device, and what it computes where that is not spikes. */
    private static String name(DecisionEstimate estimate) {
        String name = estimate.profile().name() + (estimate.inTime().orElse(true) ? "" : " (does not keep pace)");
        return estimate.computation() == Computation.SPIKES
                ? name
                : name + " (" + estimate.computation().label()
                        + estimate.format()
                                .map(NumberFormat::word)
                                .map(word -> ", " + word)
                                .orElse("") + ")";
    }

    private static String basis(EnergyBasis per) {
        return per == EnergyBasis.RUN ? "of the run on " : "of a decision on ";
    }

    private static String whyUnknown(DecisionEstimate estimate, List<String> missing) {
        if (estimate.possible()) {
            return String.join("; ", missing);
        }
        String problems = String.join("; ", estimate.problems());
        return estimate.computation() == Computation.SPIKES ? "the network does not fit (" + problems + ")" : problems;
    }

    private static Measured tickTime(Measure.TickTime measure, Evidence evidence) {
        ChipCost cost = evidence.cost(measure.profile());
        String text = "time of a tick on " + measure.profile() + ", percentile " + Wording.count(measure.percentile());
        if (!cost.timing().isKnown()) {
            return Measured.unknown(text, whyNoTime(cost));
        }
        double[] seconds = cost.timing().tickSeconds().clone();
        Arrays.sort(seconds);
        return Measured.of(text, percentile(seconds, measure.percentile()));
    }

    private static String whyNoTime(ChipCost cost) {
        if (!cost.placement().fits()) {
            return "the network does not fit ("
                    + String.join("; ", cost.placement().problems()) + ")";
        }
        return cost.timing().unknown().isEmpty()
                ? "the profile has no figure for it"
                : String.join("; ", cost.timing().unknown());
    }

    /** The smallest value such that at least the given share of the values is not larger (nearest rank). */
    static double percentile(double[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }
}
