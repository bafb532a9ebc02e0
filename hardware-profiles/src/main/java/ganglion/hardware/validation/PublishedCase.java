package ganglion.hardware.validation;

import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.FigureKind;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A published measurement, and the workload that it was made with.
 *
 * @param name what was measured
 * @param profile name of the profile that the estimate is made with
 * @param clockHertz clock, where it is not the profile's
 * @param volts supply voltage, where it is not the profile's
 * @param boundary what a measured energy or power contains; empty for a time
 * @param workload the published workload
 * @param measured the published value
 * @param mark how it is known: published, quoted or derived
 * @param source where it was published
 * @param role whether the profile was made with the value
 * @param remark what the estimate is made of, and what stands between it and the measurement
 * @param outside why it lies outside the interval of the estimate; empty if it should not
 */
record PublishedCase(
        String name,
        String profile,
        OptionalDouble clockHertz,
        OptionalDouble volts,
        Optional<Boundary> boundary,
        PublishedWorkload workload,
        Quantity measured,
        FigureKind mark,
        String source,
        ValidationCase.Role role,
        String remark,
        Optional<String> outside) {

    /** The measurement beside the estimate. */
    ValidationCase estimated() throws ProfileException {
        HardwareProfile found = ProfileLibrary.find(profile, new OperatingPointRequest(clockHertz, volts));
        return new ValidationCase(
                name,
                ProfileLibrary.find(profile),
                boundary,
                workload.estimate(found, measured.dimension(), boundary),
                measured,
                mark,
                source,
                role,
                remark,
                outside);
    }
}
