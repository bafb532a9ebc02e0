package ganglion.cli.print;

import ganglion.hardware.cost.ChipCost;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says that no device has a place for a network. */
public final class UnplacedDevices {

    private static final int MOST_REFUSALS = 2;

    private UnplacedDevices() {}

    /** The first refusals, and how many more there are: where one limit is far too small, many are. */
    public static String few(List<String> refusals) {
        String first = refusals.stream().limit(MOST_REFUSALS).collect(Collectors.joining("; "));
        return refusals.size() > MOST_REFUSALS ? first + "; and " + (refusals.size() - MOST_REFUSALS) + " more" : first;
    }

    /** In one line, what each device lacks; absent if one has a place, or there is no device. */
    public static Optional<String> of(List<ChipCost> costs) {
        if (costs.isEmpty() || costs.stream().anyMatch(cost -> cost.placement().fits())) {
            return Optional.empty();
        }
        return Optional.of(all(
                costs.stream(),
                cost -> cost.profile().name(),
                cost -> cost.placement().problems()));
    }

    /** In one line, that none of some devices has a place, and what each lacks. */
    public static <T> String all(Stream<T> devices, Function<T, String> name, Function<T, List<String>> refusals) {
        return devices.map(device -> name.apply(device) + " (" + few(refusals.apply(device)) + ")")
                .collect(Collectors.joining(
                        ", ",
                        "found no place for the network on ",
                        ", so there is no estimate; expected a device that can hold it"));
    }
}
