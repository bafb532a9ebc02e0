package ganglion.cli.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** House rules that a compiled class does not show: how long files are, what every package and file must have. */
final class SourceRulesTest {

    private static final int LONGEST_FILE_LINES = 600;

    private static Map<Path, List<String>> sources;

    @BeforeAll
    static void readEverySourceFile() throws IOException {
        Path root = ProjectRoot.find();
        sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(SourceRulesTest::isSource)::iterator) {
                sources.put(root.relativize(file), Files.readAllLines(file));
            }
        }
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/") && !path.contains("/target/");
    }

    @Test
    void thereAreSourcesOfSeveralModules() {
        assertTrue(
                sources.keySet().stream()
                                .map(file -> file.getName(0))
                                .distinct()
                                .count()
                        >= 4,
                sources.keySet()::toString);
    }

    @Test
    void noFileIsLongerThanAReaderCanHold() {
        assertNone(lines -> lines.size() > LONGEST_FILE_LINES, "longer than " + LONGEST_FILE_LINES + " lines");
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> silent = sources.keySet().stream()
                .filter(file -> file.toString().contains("main"))
                .map(Path::getParent)
                .distinct()
                .filter(directory -> !sources.containsKey(directory.resolve("package-info.java")))
                .toList();

        assertEquals(List.of(), silent, "packages without package-info.java");
    }

    @Test
    void nothingIsLeftForLaterWithoutAnIssue() {
        String mark = "TO" + "DO";
        assertNone(lines -> lines.stream().anyMatch(line -> line.contains(mark)), "leaves a " + mark);
    }

    @Test
    void noImportHidesWhatItImports() {
        assertNone(lines -> lines.stream().anyMatch(line -> line.matches("import .*\\*;")), "imports with a star");
    }

    private static void assertNone(Predicate<List<String>> bad, String what) {
        List<Path> found = sources.entrySet().stream()
                .filter(source -> bad.test(source.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());

        assertEquals(List.of(), found, what);
    }
}
