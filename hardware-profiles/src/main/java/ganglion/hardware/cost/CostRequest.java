package ganglion.hardware.cost;

import ganglion.hardware.chip.HardwareProfile;
import java.util.Objects;

/**
 * One chip that a run is to be costed on.
 *
 * @param profile the chip
 * @param options what the scenario chooses
 */
public record CostRequest(HardwareProfile profile, CostOptions options) {

    public CostRequest {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(options, "options");
    }
}
