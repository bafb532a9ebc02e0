package ganglion.hardware.cost;

import ganglion.hardware.chip.HardwareProfile;
import java.util.Objects;

/**
 * A chip to cost a run on.
 *
 * @param profile the chip
 * @param options the scenario's options
 */
public record CostRequest(HardwareProfile profile, CostOptions options) {

    public CostRequest {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(options, "options");
    }
}
