package ganglion.hardware.validation;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerState;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure;
import java.util.Map;
import java.util.Optional;

/**
 * What chips draw while operations are done at given rates: the power of their state, and a figure for each operation. For
 * workloads of which a publication gives rates and not the network.
 *
 * @param chips number of chips
 * @param state state that the chips are in; if empty, {@code run} where the profile has it, and else {@code idle}, on which
 *     operations come on top
 * @param rates operations per second
 */
record Draw(int chips, Optional<PowerState> state, Map<Operation, Double> rates) {

    /**
     * Power in watts; a marginal one is what is above idle.
     *
     * @throws IllegalArgumentException if the profile lacks a power, or the energy of an operation
     */
    double watts(HardwareProfile profile, Boundary boundary) {
        PowerState found = state.orElse(profile.power().run().isPresent() ? PowerState.RUN : PowerState.IDLE);
        double watts = 0;
        if (boundary != Boundary.MARGINAL) {
            watts = chips * power(profile, found).value();
        } else if (found != PowerState.IDLE) {
            watts = chips * (power(profile, found).value() - power(profile, PowerState.IDLE).value());
        }
        for (Map.Entry<Operation, Double> rate : rates.entrySet()) {
            watts += rate.getValue() * energy(profile, rate.getKey());
        }
        return watts;
    }

    private static Figure power(HardwareProfile profile, PowerState state) {
        return profile.power().of(state).orElseThrow(() -> new IllegalArgumentException(
                profile.name() + " has no power in the state " + state.word()));
    }

    /** Joules of an operation, which the profile must have. */
    static double energy(HardwareProfile profile, Operation operation) {
        if (!profile.energy().containsKey(operation)) {
            throw new IllegalArgumentException(profile.name() + " has no energy of " + operation.label());
        }
        return profile.energy().get(operation).figure().value();
    }
}
