package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.BarrierTicks;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates.State;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Numbers of operations: their energies, without the power that the chip draws anyway; or, on a machine that simulates the
 * ticks of a spiking network as fast as it can, the power at work for their times one after another and a barrier each tick.
 *
 * @param counts numbers of operations
 * @param ticks ticks that a machine simulates; absent where operations are priced
 */
record OperationWorkload(Map<Operation, Long> counts, OptionalLong ticks) implements PublishedWorkload {

    @Override
    public Set<Dimension> dimensions() {
        return ticks.isPresent() ? Set.of(Dimension.ENERGY, Dimension.TIME) : Set.of(Dimension.ENERGY);
    }

    @Override
    public Set<Boundary> boundaries() {
        return ticks.isPresent() ? Set.of(Boundary.MARGINAL, Boundary.ACTIVE) : Set.of(Boundary.MARGINAL);
    }

    @Override
    public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
        if (ticks.isEmpty()) {
            return joules(profile, counts);
        }
        Draw running = new Draw(1, Optional.of(State.RUN), Map.of());
        return dimension == Dimension.TIME
                ? seconds(profile)
                : seconds(profile) * running.watts(profile, boundary.orElseThrow());
    }

    /** Joules of numbers of operations, whose energies the profile must have. */
    static double joules(HardwareProfile profile, Map<Operation, Long> counts) {
        double joules = 0;
        for (Map.Entry<Operation, Long> count : counts.entrySet()) {
            joules += count.getValue() * Draw.energy(profile, count.getKey());
        }
        return joules;
    }

    private double seconds(HardwareProfile profile) {
        double seconds = ticks.orElseThrow() * barrier(profile);
        for (Map.Entry<Operation, Long> count : counts.entrySet()) {
            Figure time = profile.figures().time().get(count.getKey());
            if (time == null) {
                throw new IllegalArgumentException(
                        profile.name() + " has no time of " + count.getKey().label());
            }
            seconds += count.getValue() * time.value();
        }
        return seconds;
    }

    private static double barrier(HardwareProfile profile) {
        return profile.cores().timeModel() instanceof BarrierTicks model
                        && !model.barrier().isEmpty()
                ? model.barrier().get(0).time().value()
                : 0;
    }
}
