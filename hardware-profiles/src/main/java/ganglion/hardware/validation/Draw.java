package ganglion.hardware.validation;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates.State;
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
record Draw(int chips, Optional<State> state, Map<Operation, Double> rates) {

    /**
     * Power in watts; a marginal one is what is above idle.
     *
     * @throws IllegalArgumentException if the profile lacks a power, or the energy of an operation
     */
    double watts(HardwareProfile profile, Boundary boundary) {
        double watts = chips * base(profile, boundary);
        for (Map.Entry<Operation, Double> rate : rates.entrySet()) {
            watts += rate.getValue() * energy(profile, rate.getKey());
        }
        return watts;
    }

    private double base(HardwareProfile profile, Boundary boundary) {
        State found = state.orElse(profile.figures().power().run().isPresent() ? State.RUN : State.IDLE);
        if (boundary != Boundary.MARGINAL) {
            return power(profile, found);
        }
        return found == State.IDLE ? 0 : power(profile, found) - rest(profile);
    }

    private static double power(HardwareProfile profile, State state) {
        return profile.figures()
                .power()
                .of(state)
                .map(Figure::value)
                .orElseThrow(() ->
                        new IllegalArgumentException(profile.name() + " has no power in the state " + state.word()));
    }

    /** What the chip draws anyway: idle, or asleep where idle is not known. */
    private static double rest(HardwareProfile profile) {
        boolean idleIsKnown = profile.figures().power().idle().isPresent();
        return power(profile, idleIsKnown ? State.IDLE : State.SLEEP);
    }

    /** Joules of an operation, which the profile must have. */
    static double energy(HardwareProfile profile, Operation operation) {
        if (!profile.figures().energy().containsKey(operation)) {
            throw new IllegalArgumentException(profile.name() + " has no energy of " + operation.label());
        }
        return profile.figures().energy().get(operation).figure().value();
    }
}
