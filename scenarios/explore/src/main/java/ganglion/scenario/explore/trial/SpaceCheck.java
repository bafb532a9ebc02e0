package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What is wrong with a space before anything is trained. */
public final class SpaceCheck {

    /** Values of the other dimensions that a bound is tried beside. */
    private static final int BESIDE = 16;

    private SpaceCheck() {}

    /**
     * Looks whether the experiment has what varies. Refused is a dimension of which the experiment takes no value at all, one at a time, and a range
     * with a bound that the experiment refuses at its very place, whatever the other dimensions are.
     *
     * @return a line for each value that the experiment does not take alone, beside others that it takes
     * @throws InputException with a problem for each dimension that is refused
     */
    public static List<String> check(Search search) throws InputException {
        List<String> remarks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (SearchDimension dimension : search.space().dimensions()) {
            if (dimension instanceof Range range) {
                checkBounds(search, range, problems, remarks);
            } else {
                checkOptions(search, (Choice) dimension, problems, remarks);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return remarks;
    }

    private static void checkBounds(Search search, Range range, List<Problem> problems, List<String> remarks) {
        Optional<Problem> low = refusal(search, range, range.low());
        Optional<Problem> high = refusal(search, range, range.high());
        if (low.isPresent() && high.isPresent()) {
            problems.add(refused(search, range, low.get()));
            return;
        }
        String place = "/vary/" + range.name() + (range.whole() ? "/whole/" : "/number/");
        low.ifPresent(found -> checkBound(search, range, range.low(), place + 0, found, problems, remarks));
        high.ifPresent(found -> checkBound(search, range, range.high(), place + 1, found, problems, remarks));
    }

    private static void checkBound(
            Search search,
            Range range,
            double bound,
            String place,
            Problem found,
            List<Problem> problems,
            List<String> remarks) {
        if (isNeverTaken(search, range, bound)) {
            problems.add(new Problem(
                    search.file(),
                    0,
                    place,
                    "found " + range.text(bound) + ", which the experiment does not take: " + text(found)));
        } else {
            remarks.add(remark(range, bound, found));
        }
    }

    /** Whether the experiment refuses a bound, at its own pointer, with each of some random values of the other dimensions. */
    private static boolean isNeverTaken(Search search, Range range, double bound) {
        List<SearchDimension> others = search.space().dimensions().stream()
                .filter(other -> !other.name().equals(range.name()))
                .toList();
        Space space = new Space(others);
        SplittableRandom random = new SplittableRandom(search.seeds().search());
        for (int i = 0; i <= BESIDE; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(range.name(), range.text(bound));
            if (i > 0 && !others.isEmpty()) {
                values.putAll(space.at(space.random(random)).values());
            }
            List<SearchDimension> set = search.space().dimensions().stream()
                    .filter(each -> values.containsKey(each.name()))
                    .toList();
            Optional<Problem> refusal = refusal(search.with(new Space(set)), new Configuration(values));
            if (refusal.isEmpty() || !refusal.get().pointer().equals(range.pointer())) {
                return false;
            }
        }
        return true;
    }

    private static void checkOptions(Search search, Choice choice, List<Problem> problems, List<String> remarks) {
        List<String> own = new ArrayList<>();
        Optional<Problem> first = Optional.empty();
        for (int option = 0; option < choice.options().size(); option++) {
            Optional<Problem> refusal = refusal(search, choice, option);
            first = first.or(() -> refusal);
            if (refusal.isPresent()) {
                own.add(remark(choice, option, refusal.get()));
            }
        }
        if (own.size() == choice.options().size()) {
            problems.add(refused(search, choice, first.orElseThrow()));
        } else {
            remarks.addAll(own);
        }
    }

    private static Problem refused(Search search, SearchDimension dimension, Problem found) {
        return new Problem(
                search.file(),
                0,
                "/vary/" + dimension.name(),
                "found what the experiment does not take: " + text(found));
    }

    private static String remark(SearchDimension dimension, double coordinate, Problem found) {
        return dimension.name() + " " + dimension.text(coordinate) + " alone is nothing that the experiment takes: "
                + text(found);
    }

    private static String text(Problem found) {
        return found.pointer() + ": " + found.message();
    }

    private static Optional<Problem> refusal(Search search, SearchDimension dimension, double coordinate) {
        return refusal(
                search.with(new Space(List.of(dimension))),
                new Configuration(Map.of(dimension.name(), dimension.text(coordinate))));
    }

    private static Optional<Problem> refusal(Search search, Configuration configuration) {
        try {
            Variant.of(search, configuration, search.seeds().first(), 0);
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e.problems().get(0));
        }
    }
}
