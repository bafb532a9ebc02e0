package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import java.util.Optional;
import java.util.Set;

/** A published workload, which together with a profile gives an estimate. */
sealed interface PublishedWorkload
        permits PowerWorkload, EventWorkload, TimedWorkload, OperationWorkload, InferenceWorkload {

    /** What can be estimated: energies, powers, times. */
    Set<Dimension> dimensions();

    /** The boundaries that an energy or a power of this workload can have. */
    default Set<Boundary> boundaries() {
        return Set.of(Boundary.values());
    }

    /**
     * The estimate in the base unit of a dimension.
     *
     * @param boundary of an energy or a power; empty for a time
     * @throws IllegalArgumentException if the profile lacks a figure that the estimate needs
     */
    double estimate(HardwareProfile profile, Dimension dimension, Optional<Boundary> boundary);
}
