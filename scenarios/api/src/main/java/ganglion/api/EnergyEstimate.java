package ganglion.api;

import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.BoundaryEnergy;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one decision takes on a device under one boundary, in the mean over the decisions of a run; without decisions, what the run takes.
 * Energies under different boundaries are never to be compared. Immutable.
 *
 * @param device the device
 * @param computes what it computes: {@code spikes}, {@code dense-ticks} or {@code artificial}: another network, of the same layers, whose accuracy nobody
 *     has measured
 * @param format the number format of what is computed densely, such as {@code int8}; empty for spikes
 * @param boundary what the energy contains
 * @param joules the whole; absent if a figure of the device is missing
 * @param lowJoules lower end of the interval that holds the true value in 19 of 20 cases; absent for a device that nobody measured
 * @param highJoules upper end of the interval
 * @param networkJoules the part of neurons, synapses and messages, or of layers
 * @param frontEndJoules the part from sound to spikes
 * @param inputOutputJoules the part of what goes in and out
 * @param staticJoules the part that is drawn without work
 * @param grade how far to trust it: A for held-out measurements within 25 %, B for calibrated on itself, C for published prices alone, D for
 *     assumed figures
 * @param workSeconds how long the device works on it; absent if unknown
 * @param missing why the energy is absent, or why the device cannot compute this; empty if it is known
 */
@API(status = Status.STABLE, since = "0.2")
public record EnergyEstimate(
        String device,
        String computes,
        String format,
        Boundary boundary,
        OptionalDouble joules,
        OptionalDouble lowJoules,
        OptionalDouble highJoules,
        OptionalDouble networkJoules,
        OptionalDouble frontEndJoules,
        OptionalDouble inputOutputJoules,
        OptionalDouble staticJoules,
        String grade,
        OptionalDouble workSeconds,
        List<String> missing) {

    /** What an energy contains. */
    public enum Boundary {
        /** What the work adds to a device that runs anyway. */
        MARGINAL,
        /** Power times time while the device works; asleep between decisions. */
        ACTIVE,
        /** Powered and ready between decisions. */
        ALWAYS_ON
    }

    /** Takes a copy of the list. */
    public EnergyEstimate {
        missing = List.copyOf(missing);
    }

    /** All energies of some estimates: each under each boundary. */
    static List<EnergyEstimate> of(List<DecisionEstimate> estimates) {
        List<EnergyEstimate> all = new ArrayList<>();
        for (DecisionEstimate estimate : estimates) {
            for (Boundary boundary : Boundary.values()) {
                all.add(of(
                        estimate,
                        estimate.energy(ganglion.hardware.estimate.Boundary.valueOf(boundary.name())),
                        boundary));
            }
        }
        return List.copyOf(all);
    }

    private static EnergyEstimate of(DecisionEstimate estimate, BoundaryEnergy energy, Boundary boundary) {
        OptionalDouble joules = energy.joules();
        OptionalDouble factor = estimate.reliability().factor();
        boolean bounded = joules.isPresent() && factor.isPresent();
        return new EnergyEstimate(
                estimate.profile().name(),
                estimate.computation().word(),
                estimate.format().map(NumberFormat::word).orElse(""),
                boundary,
                joules,
                bounded ? OptionalDouble.of(joules.getAsDouble() / factor.getAsDouble()) : OptionalDouble.empty(),
                bounded ? OptionalDouble.of(joules.getAsDouble() * factor.getAsDouble()) : OptionalDouble.empty(),
                energy.parts().get(Part.NETWORK).joules(),
                energy.parts().get(Part.FRONT_END).joules(),
                energy.parts().get(Part.INPUT_OUTPUT).joules(),
                energy.parts().get(Part.STATIC).joules(),
                estimate.reliability().grade().name(),
                estimate.workSeconds(),
                estimate.possible() ? energy.missing() : estimate.problems());
    }
}
