package ganglion.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every file that says which version this is says the same. */
final class PlacesOfVersionTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "runs");

    /** The version of an artifact of ours in a POM, in an example of a page, or in the name of an archive. */
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("<artifactId>ganglion-[a-z-]*</artifactId>\\s*<version>([^<$]*)</version>"),
            Pattern.compile(":ganglion-[a-z-]*:(\\d[\\w.-]*\\w)"),
            Pattern.compile("\\bganglion-(\\d+\\.\\d+\\.\\d+(?:-SNAPSHOT)?)"));

    private static String version;

    @BeforeAll
    static void readTheVersion() throws IOException {
        version = only("packaging/bom/pom.xml", "(?m)^  <version>(.*)</version>$");
    }

    @Test
    void pomsAndPagesAgree() throws IOException {
        Map<String, String> others = new TreeMap<>();
        List<Path> files = files();
        int said = 0;
        for (Path file : files) {
            String text = Files.readString(ROOT.resolve(file));
            for (Pattern pattern : SAID) {
                for (Matcher found = pattern.matcher(text); found.find(); said++) {
                    if (!found.group(1).equals(version)) {
                        others.put(file.toString(), found.group());
                    }
                }
            }
        }

        assertTrue(said > 20, files::toString);
        assertEquals(Map.of(), others, "expected " + version + ": see packaging/release/version");
    }

    @Test
    void pythonHasItInItsForm() throws IOException {
        assertEquals(version.replace("-SNAPSHOT", ".dev0"), only("python/pyproject.toml", "(?m)^version = \"(.*)\"$"));
    }

    @Test
    void whatIsCitedIsTheNewestRelease() throws IOException {
        Matcher released = Pattern.compile("(?m)^## \\[(\\d.*)] - (\\S+)$")
                .matcher(Files.readString(ROOT.resolve("CHANGELOG.md")));
        String cited = only("CITATION.cff", "(?m)^version: (.*)$");
        if (released.find()) {
            assertEquals(released.group(1), cited);
            assertEquals(released.group(2), only("CITATION.cff", "(?m)^date-released: (.*)$"));
        } else {
            // Before the first release.
            assertEquals(version.replace("-SNAPSHOT", ""), cited);
        }
    }

    @Test
    void theChangeLogCanBeReleased() throws IOException {
        String text = Files.readString(ROOT.resolve("CHANGELOG.md"));
        String section = text.substring(text.indexOf("## [Unreleased]")).split("(?m)^## \\[\\d")[0];
        List<String> areas = Pattern.compile("(?m)^### (.*)$")
                .matcher(section)
                .results()
                .map(area -> area.group(1))
                .toList();

        assertEquals(areas.stream().distinct().toList(), areas);
        assertTrue(areas.indexOf("Breaking") <= 0, areas::toString);
    }

    private static String only(String file, String pattern) throws IOException {
        List<String> found = Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(line -> line.group(1))
                .toList();
        assertEquals(1, found.size(), () -> file + " has " + pattern + ": " + found);
        return found.get(0);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 5)) {
            return files.map(ROOT::relativize)
                    .filter(file -> file.toString().matches(".*(pom[.]xml|[.]md|[.]gradle|[.]kts|[.]ya?ml)"))
                    .filter(file -> !file.endsWith("CHANGELOG.md"))
                    .filter(PlacesOfVersionTest::isOurs)
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : file) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
