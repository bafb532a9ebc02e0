package ganglion.hardware.validation;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Reliability;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All measurements of one device beside its estimates.
 *
 * @param profile the device
 * @param cases its measurements, in the order of the documents
 * @param reliability what they say of further estimates
 */
public record DeviceValidation(HardwareProfile profile, List<JudgedCase> cases, Reliability reliability) {

    /** Takes a copy of the list. */
    public DeviceValidation {
        cases = List.copyOf(cases);
    }

    /** The measurements that the profile was made without. */
    public List<JudgedCase> heldOut() {
        return cases.stream().filter(judged -> judged.found().isHeldOut()).toList();
    }

    /** Geometric mean of the held-out ratios; absent if there are none. */
    public OptionalDouble geometricMean() {
        List<ValidationCase> heldOut = heldOut().stream().map(JudgedCase::found).toList();
        return heldOut.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(RatioStatistics.of(heldOut).geometricMean());
    }

    /** The measurements that its figures are from. */
    public List<JudgedCase> calibrating() {
        return cases.stream().filter(judged -> !judged.found().isHeldOut()).toList();
    }
}
