package ganglion.cli.print;

import ganglion.hardware.cost.ChipCost;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says that no device has a place for a network. */
public final class UnplacedDevices {

    private static final int MOST_REFUSALS = 2;

    private UnplacedDevices() {}

    /** The first refusals, and how many more there are: where one limit is far too small, many are. */
    public static String few(List<String> refusals) {
        return few(refusals, MOST_REFUSALS, "; ");
    }

    private static String few(List<String> texts, int most, String between) {
        String first = String.join(between, texts.subList(0, Math.min(most, texts.size())));
        return texts.size() > most ? first + between + "and " + (texts.size() - most) + " more" : first;
    }

    /** In one line, what the first devices lack; absent if one has a place, or there is no device. */
    public static Optional<String> of(List<ChipCost> costs) {
        if (costs.isEmpty() || costs.stream().anyMatch(cost -> cost.placement().fits())) {
            return Optional.empty();
        }
        return Optional.of(all(
                costs.stream(),
                cost -> cost.profile().name(),
                cost -> cost.placement().problems()));
    }

    /** In one line, that none of some devices has a place, and what the first of them lack. */
    public static <T> String all(Stream<T> devices, Function<T, String> name, Function<T, List<String>> refusals) {
        List<T> all = devices.toList();
        int most = all.size() == 1 ? MOST_REFUSALS : 1;
        List<String> lacking = all.stream()
                .map(device -> name.apply(device) + " (" + few(refusals.apply(device), most, "; ") + ")")
                .toList();
        return "found no place for the network on " + few(lacking, MOST_REFUSALS, ", ")
                + ", so there is no estimate; expected a device that can hold it";
    }
}
