package ganglion.cli.print;

import ganglion.hardware.cost.ChipCost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says that no device has a place for a network. */
public final class UnplacedDevices {

    private UnplacedDevices() {}

    /** In one line, what each device lacks; absent if one has a place, or there is no device. */
    public static Optional<String> of(List<ChipCost> costs) {
        if (costs.isEmpty() || costs.stream().anyMatch(cost -> cost.placement().fits())) {
            return Optional.empty();
        }
        String each = costs.stream()
                .map(cost -> cost.profile().name() + " ("
                        + String.join("; ", cost.placement().problems()) + ")")
                .collect(Collectors.joining(", "));
        return Optional.of("found no place for the network on " + each
                + ", so there is no estimate; expected a device that can hold it");
    }
}
