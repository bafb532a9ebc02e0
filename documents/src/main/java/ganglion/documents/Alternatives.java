package ganglion.documents;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Of the alternatives of a {@code oneOf} that all failed, keeps the errors of the one that was most likely meant. */
final class Alternatives {

    private static final String KEYWORD = "oneOf";

    /** Errors that say a value is of another sort altogether, when they concern the value itself. */
    private static final Set<String> OTHER_SORT = Set.of("type", "const", "enum");

    /** The errors that are kept, with the numbers of their order. */
    private final Map<Error, Integer> kept = new IdentityHashMap<>();

    private int keptSoFar;

    private Alternatives() {}

    static List<Error> nearest(List<Error> errors) {
        Alternatives alternatives = new Alternatives();
        alternatives.keep(errors);
        Map<Error, List<Error>> within = within(errors);
        choices(errors)
                .sorted(Comparator.comparingInt(
                        error -> -error.getEvaluationPath().getNameCount()))
                .forEach(choice -> alternatives.reduce(choice, within.getOrDefault(choice, List.of())));
        return alternatives.ordered(alternatives.kept.keySet());
    }

    private void keep(List<Error> errors) {
        errors.forEach(error -> kept.put(error, keptSoFar++));
    }

    private List<Error> ordered(Collection<Error> errors) {
        return errors.stream()
                .filter(kept::containsKey)
                .sorted(Comparator.comparingInt(kept::get))
                .toList();
    }

    private static Stream<Error> choices(List<Error> errors) {
        return errors.stream().filter(Alternatives::isChoice);
    }

    private static boolean isChoice(Error error) {
        return error.getKeyword().equals(KEYWORD);
    }

    /** The errors within each choice. Each error looks for the choices around it, of which there are few. */
    private static Map<Error, List<Error>> within(List<Error> errors) {
        Map<NodePath, Map<NodePath, Error>> choices = new HashMap<>();
        choices(errors)
                .forEach(choice -> choices.computeIfAbsent(choice.getEvaluationPath(), path -> new HashMap<>())
                        .put(choice.getInstanceLocation(), choice));
        Map<Error, List<Error>> within = new IdentityHashMap<>();
        for (Error error : errors) {
            for (NodePath path = error.getEvaluationPath(); path != null; path = path.getParent()) {
                Map<NodePath, Error> there = choices.getOrDefault(path, Map.of());
                NodePath instance = there.isEmpty() ? null : error.getInstanceLocation();
                for (; instance != null; instance = instance.getParent()) {
                    Error choice = there.get(instance);
                    if (choice != null && choice != error) {
                        within.computeIfAbsent(choice, of -> new ArrayList<>()).add(error);
                    }
                }
            }
        }
        return within;
    }

    /** Replaces the errors of all branches, and of the choice itself, by those of one branch if one stands out. */
    private void reduce(Error choice, List<Error> within) {
        TreeMap<String, List<Error>> branches = new TreeMap<>();
        for (Error error : ordered(within)) {
            String branch =
                    error.getEvaluationPath().getName(choice.getEvaluationPath().getNameCount());
            branches.computeIfAbsent(branch, b -> new ArrayList<>()).add(error);
        }
        if (branches.isEmpty()) {
            return; // several alternatives fit: the choice itself is the problem
        }
        List<Error> meant = KeyRules.isChoice(choice) ? List.of(choice) : likeliest(branches, choice);
        within.forEach(kept::remove);
        kept.remove(choice);
        keep(meant);
    }

    private static List<Error> likeliest(TreeMap<String, List<Error>> branches, Error choice) {
        return branches.values().stream()
                .filter(branch -> branch.stream().noneMatch(error -> isOtherSort(error, choice)))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of(choice));
    }

    private static boolean isOtherSort(Error error, Error choice) {
        int depth = error.getInstanceLocation().getNameCount()
                - choice.getInstanceLocation().getNameCount();
        return OTHER_SORT.contains(error.getKeyword()) && (depth == 0 || depth == 1 && isDiscriminator(error));
    }

    private static boolean isDiscriminator(Error error) {
        return error.getKeyword().equals("const");
    }
}
