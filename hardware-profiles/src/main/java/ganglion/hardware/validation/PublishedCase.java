package ganglion.hardware.validation;

import ganglion.documents.quantity.Quantity;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.util.Optional;

/**
 * A published measurement, and the workload that it was made with.
 *
 * @param name what was measured
 * @param profile name of the profile that the estimate is made with
 * @param boundary what the measurement contains
 * @param workload the published workload
 * @param measured the published value
 * @param source where it was published
 * @param role whether the profile was made with the value
 * @param remark what the estimate is made of, and what stands between it and the measurement
 */
record PublishedCase(
        String name,
        String profile,
        String boundary,
        WorkloadEstimate workload,
        Quantity measured,
        String source,
        ValidationCase.Role role,
        String remark) {

    /** The measurement beside the estimate. */
    ValidationCase estimated() throws ProfileException {
        WorkloadEstimate.Value estimate = workload.of(ProfileLibrary.find(profile));
        Interval interval = estimate.interval();
        return new ValidationCase(
                name,
                profile,
                measured.dimension(),
                estimate.value(),
                interval.isExact() ? Optional.empty() : Optional.of(interval),
                measured.value(),
                source,
                role,
                remark);
    }
}
