package ganglion.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules of the whole project that a compiled class does not show. Each lists what breaks it. */
enum HouseRule {
    /** A reader holds no longer file in mind. */
    NO_FILE_IS_LONGER_THAN_600_LINES(tree -> tree.java().stream()
            .filter(file -> file.lines() > 600)
            .map(SourceFile::slashes)
            .toList()),

    /** Work that is left has an issue. */
    NOTHING_IS_LEFT_FOR_LATER(tree -> tree.java().stream()
            .filter(file -> file.text().contains("TO" + "DO"))
            .map(SourceFile::slashes)
            .toList()),

    NO_IMPORT_HIDES_WHAT_IT_IMPORTS(tree -> tree.java().stream()
            .filter(file -> file.text().lines().anyMatch(line -> line.matches("import .*\\*;")))
            .map(SourceFile::slashes)
            .toList()),

    EVERY_PACKAGE_SAYS_WHAT_IT_IS_FOR(tree -> {
        Set<String> silent = new TreeSet<>();
        tree.main().forEach(file -> silent.add(file.slashes().replaceFirst("/[^/]*$", "")));
        tree.main()
                .filter(file -> file.slashes().endsWith("/package-info.java"))
                .forEach(file -> silent.remove(file.slashes().replaceFirst("/[^/]*$", "")));
        return List.copyOf(silent);
    }),

    /** A name means one thing, wherever it is read. Types that only a package sees count, too. */
    NO_TWO_TYPES_SHARE_ONE_NAME(tree -> {
        Map<String, List<String>> places = new TreeMap<>();
        tree.main()
                .forEach(file -> file.topLevelTypes()
                        .forEach(type -> places.computeIfAbsent(type, name -> new ArrayList<>())
                                .add(file.packageName())));
        return places.entrySet().stream()
                .filter(type -> type.getValue().size() > 1)
                .map(type -> type.getKey() + " in " + String.join(", ", type.getValue()))
                .toList();
    }),

    /** Schemas are generated from the declarations of keys, into two folders, where tests compare them with the code. */
    NO_SCHEMA_IS_WRITTEN_BY_HAND(tree -> tree.documents().stream()
            .map(path -> path.toString().replace('\\', '/'))
            .filter(path -> !path.startsWith("docs/formats/schemas/") && !path.startsWith("measurements/"))
            .filter(path -> path.endsWith(".schema.json") || tree.text(path).contains("json-schema.org/"))
            .toList()),

    /** The table in the page on architecture has one row for each module. */
    THE_ARCHITECTURE_PAGE_LISTS_ALL_MODULES(tree -> {
        Set<String> listed = Pattern.compile("^\\| `([\\w/-]+)` \\|", Pattern.MULTILINE)
                .matcher(tree.text("docs/developer/architecture.md"))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return differences(Set.copyOf(tree.modules()), listed);
    });

    private final Function<SourceTree, List<String>> violations;

    HouseRule(Function<SourceTree, List<String>> violations) {
        this.violations = violations;
    }

    /** What breaks this rule in a project; empty if it holds. */
    List<String> violations(SourceTree tree) {
        return violations.apply(tree);
    }

    private static List<String> differences(Set<String> expected, Set<String> found) {
        List<String> differences = new ArrayList<>();
        expected.stream()
                .filter(each -> !found.contains(each))
                .sorted()
                .forEach(each -> differences.add("missing: " + each));
        found.stream()
                .filter(each -> !expected.contains(each))
                .sorted()
                .forEach(each -> differences.add("wrong: " + each));
        return differences;
    }
}
