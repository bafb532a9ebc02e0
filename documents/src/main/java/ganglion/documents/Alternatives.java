package ganglion.documents;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Of the alternatives of a {@code oneOf} that all failed, keeps the errors of the one that was most likely meant. */
final class Alternatives {

    private static final String KEYWORD = "oneOf";

    /** Errors that say a value is of another sort altogether, when they concern the value itself. */
    private static final Set<String> OTHER_SORT = Set.of("type", "const", "enum");

    private Alternatives() {}

    static List<Error> nearest(List<Error> errors) {
        List<Error> kept = new ArrayList<>(errors);
        errors.stream()
                .filter(error -> error.getKeyword().equals(KEYWORD))
                .sorted(Comparator.comparingInt(
                        error -> -error.getEvaluationPath().getNameCount()))
                .forEach(choice -> reduce(choice, kept));
        return kept;
    }

    /** Replaces the errors of all branches, and of the choice itself, by those of one branch if one stands out. */
    private static void reduce(Error choice, List<Error> kept) {
        TreeMap<String, List<Error>> branches = new TreeMap<>();
        for (Error error : kept) {
            if (isWithin(error, choice)) {
                String branch = error.getEvaluationPath()
                        .getName(choice.getEvaluationPath().getNameCount());
                branches.computeIfAbsent(branch, b -> new ArrayList<>()).add(error);
            }
        }
        if (branches.isEmpty()) {
            return; // several alternatives fit: the choice itself is the problem
        }
        List<Error> meant = KeyRules.isChoice(choice) ? List.of(choice) : likeliest(branches, choice);
        branches.values().forEach(kept::removeAll);
        kept.remove(choice);
        kept.addAll(meant);
    }

    private static List<Error> likeliest(TreeMap<String, List<Error>> branches, Error choice) {
        return branches.values().stream()
                .filter(branch -> branch.stream().noneMatch(error -> isOtherSort(error, choice)))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of(choice));
    }

    private static boolean isWithin(Error error, Error choice) {
        return error != choice
                && error.getEvaluationPath().startsWith(choice.getEvaluationPath())
                && error.getInstanceLocation().startsWith(choice.getInstanceLocation());
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
