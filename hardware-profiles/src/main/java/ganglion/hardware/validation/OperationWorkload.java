package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.estimate.Boundary;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers of operations, without the power that the chip draws anyway. */
record OperationWorkload(Map<Operation, Long> counts) implements PublishedWorkload {

    @Override
    public Set<Dimension> dimensions() {
        return Set.of(Dimension.ENERGY);
    }

    @Override
    public Set<Boundary> boundaries() {
        return Set.of(Boundary.MARGINAL);
    }

    @Override
    public double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary) {
        return joules(profile, counts);
    }

    /** Joules of numbers of operations, whose energies the profile must have. */
    static double joules(HardwareProfile profile, Map<Operation, Long> counts) {
        double joules = 0;
        for (Map.Entry<Operation, Long> count : counts.entrySet()) {
            joules += count.getValue() * Draw.energy(profile, count.getKey());
        }
        return joules;
    }
}
