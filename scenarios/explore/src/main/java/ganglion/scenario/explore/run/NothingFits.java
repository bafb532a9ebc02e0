package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.space.Configuration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of a space in which no network fits any device. */
final class NothingFits {

    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)?");

    private NothingFits() {}

    /**
     * For each device the limit that was missed by least, and by how much.
     *
     * @param unfit what each configuration that was looked at came to
     */
    static InputException refusal(Search search, Map<Configuration, List<DeviceOutcome>> unfit) {
        Map<String, String> nearest = new HashMap<>();
        Map<String, Double> excesses = new HashMap<>();
        unfit.forEach((configuration, devices) -> devices.forEach(device -> {
            String problem = device.problems().get(0);
            double excess = excess(problem);
            if (!excesses.containsKey(device.profile()) || excess < excesses.get(device.profile())) {
                excesses.put(device.profile(), excess);
                nearest.put(device.profile(), problem + " (" + configuration.text() + ")");
            }
        }));
        List<Problem> problems = new ArrayList<>();
        List<String> names = unfit.values().stream()
                .flatMap(List::stream)
                .map(DeviceOutcome::profile)
                .distinct()
                .toList();
        for (String device : names) {
            problems.add(new Problem(
                    search.file(),
                    0,
                    "/devices",
                    "found none of " + unfit.size() + " networks that fits " + device + "; nearest: "
                            + nearest.get(device)));
        }
        return new InputException(problems);
    }

    /** How many times a limit the first number of a message is beside the last one; infinite for messages without two numbers. */
    private static double excess(String problem) {
        List<Double> numbers = new ArrayList<>();
        Matcher found = NUMBERS.matcher(problem);
        while (found.find()) {
            numbers.add(Double.parseDouble(found.group()));
        }
        return numbers.size() < 2 || numbers.get(numbers.size() - 1) == 0
                ? Double.POSITIVE_INFINITY
                : numbers.get(numbers.size() - 2) / numbers.get(numbers.size() - 1);
    }
}
