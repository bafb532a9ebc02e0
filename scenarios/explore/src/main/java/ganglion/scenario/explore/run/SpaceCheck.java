package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import ganglion.scenario.explore.trial.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What is wrong with a space before anything is trained. */
final class SpaceCheck {

    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)?");

    private SpaceCheck() {}

    /**
     * Looks whether the experiment has what varies: a dimension of which the experiment takes no value at all, one at a time, is refused.
     *
     * @return a line for each value that the experiment does not take alone, beside others that it takes
     * @throws InputException with a problem for each dimension of which it takes none
     */
    static List<String> check(Search search) throws InputException {
        List<String> remarks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (SearchDimension dimension : search.space().dimensions()) {
            Optional<String> first = Optional.empty();
            boolean taken = false;
            for (double coordinate : samples(dimension)) {
                Optional<String> refusal = refusal(search, dimension, coordinate);
                taken |= refusal.isEmpty();
                first = first.or(() -> refusal);
                refusal.ifPresent(message -> remarks.add(dimension.name() + " " + dimension.text(coordinate)
                        + " alone is nothing that the experiment takes: " + message));
            }
            if (!taken) {
                problems.add(new Problem(
                        search.file().toString(),
                        0,
                        "/vary/" + dimension.name(),
                        "found what the experiment does not take: " + first.orElse("")));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return remarks;
    }

    private static double[] samples(SearchDimension dimension) {
        return dimension instanceof Range range
                ? new double[] {range.low(), range.high()}
                : IntStream.range(0, ((Choice) dimension).options().size())
                        .asDoubleStream()
                        .toArray();
    }

    private static Optional<String> refusal(Search search, SearchDimension dimension, double coordinate) {
        Configuration alone = new Configuration(Map.of(dimension.name(), dimension.text(coordinate)));
        Search only = search.with(new Space(List.of(dimension)));
        try {
            Variant.of(only, alone, search.seeds().get(0), 0);
            return Optional.empty();
        } catch (InputException e) {
            Problem problem = e.problems().get(0);
            return Optional.of(problem.pointer() + ": " + problem.message());
        }
    }

    /**
     * What is said if no configuration fits any device: for each device the limit that was missed by least, and by how much.
     *
     * @param unfit what each configuration that was looked at came to
     */
    static InputException nothingFits(Search search, Map<Configuration, List<DeviceOutcome>> unfit) {
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
                    search.file().toString(),
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
