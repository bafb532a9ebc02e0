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
import java.util.Set;

/**
 * Ticks of a spiking network that one machine simulates as fast as it can: a barrier for each tick, the operations one after
 * another, and the power at work.
 *
 * @param ticks number of ticks
 * @param counts operations in all of them
 */
record SimulationWorkload(long ticks, Map<Operation, Long> counts) implements PublishedWorkload {

    @Override
    public Set<Dimension> dimensions() {
        return Set.of(Dimension.ENERGY, Dimension.TIME);
    }

    @Override
    public Set<Boundary> boundaries() {
        return Set.of(Boundary.MARGINAL, Boundary.ACTIVE);
    }

    @Override
    public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
        double seconds = ticks * barrier(profile);
        for (Map.Entry<Operation, Long> count : counts.entrySet()) {
            seconds += count.getValue() * time(profile, count.getKey());
        }
        return dimension == Dimension.TIME
                ? seconds
                : seconds * new Draw(1, Optional.of(State.RUN), Map.of()).watts(profile, boundary.orElseThrow());
    }

    private static double barrier(HardwareProfile profile) {
        return profile.timeModel() instanceof BarrierTicks ticks
                        && !ticks.barrier().isEmpty()
                ? ticks.barrier().get(0).time().value()
                : 0;
    }

    private static double time(HardwareProfile profile, Operation operation) {
        Figure time = profile.time().get(operation);
        if (time == null) {
            throw new IllegalArgumentException(profile.name() + " has no time of " + operation.label());
        }
        return time.value();
    }
}
