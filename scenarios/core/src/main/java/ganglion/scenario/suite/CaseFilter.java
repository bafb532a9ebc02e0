package ganglion.scenario.suite;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Selects the scenarios to run.
 *
 * @param tags only scenarios with one of these; all if empty
 * @param excludedTags no scenario with any of these
 * @param names only scenarios whose name matches one of these, where {@code *} matches any characters; all if empty
 */
public record CaseFilter(List<String> tags, List<String> excludedTags, List<String> names) {

    /** Runs everything. */
    public static final CaseFilter ALL = new CaseFilter(List.of(), List.of(), List.of());

    public CaseFilter {
        tags = List.copyOf(tags);
        excludedTags = List.copyOf(excludedTags);
        names = List.copyOf(names);
    }

    /** Whether a scenario is run. */
    public boolean takes(SuiteCase scenario) {
        return (tags.isEmpty() || !Collections.disjoint(tags, scenario.tags()))
                && Collections.disjoint(excludedTags, scenario.tags())
                && (names.isEmpty() || names.stream().anyMatch(name -> matches(name, scenario.name())));
    }

    private static boolean matches(String pattern, String name) {
        String[] parts = pattern.split("\\*", -1);
        StringBuilder expression = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            expression.append(".*").append(Pattern.quote(parts[i]));
        }
        return name.matches(expression.toString());
    }
}
