package ganglion.hardware.estimate;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Reliability;
import java.util.Map;
import java.util.Optional;

/** What an estimate needs to know beyond the profile of its device. */
public interface Surroundings {

    /** The profile of a processor that stands beside a chip; empty if there is none of this name. */
    Optional<HardwareProfile> processor(String name);

    /** How far the estimates of a device can be trusted, by boundary. */
    Map<Boundary, Reliability> reliability(HardwareProfile profile);
}
