package ganglion.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The list of versions to import is that of the modules that are published, and these say what Maven Central asks for. */
final class PublishedModulesTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final Pattern MANAGED = Pattern.compile(
            "<groupId>\\$\\{project\\.groupId}</groupId>\\s*<artifactId>([^<]*)</artifactId>\\s*<version>\\$\\{project\\.version}<");
    private static final Pattern OWN = Pattern.compile("(?m)^  <artifactId>([^<]*)</artifactId>$");

    @Test
    void theListHasThemAll() throws IOException {
        Set<String> managed = MANAGED.matcher(Files.readString(ROOT.resolve("packaging/bom/pom.xml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> published = new TreeSet<>();
        for (String pom : modules()) {
            if (!pom.contains("<packaging>pom<")) {
                published.add(artifact(pom));
            }
        }

        assertTrue(published.size() >= 16, published::toString);
        assertEquals(published, managed);
    }

    /** Maven refuses to leave out a module that it would not build anyway; packaging/release/stage names the profile for nights. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for sh")
    void whatIsLeftOutIsPartOfEveryBuild() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ROOT.resolve("packaging/release/unpublished").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertEquals(0, process.waitFor(), said);
        assertTrue(said.startsWith("!benchmarks,"), said);
        for (String word : said.split(",")) {
            Path module = ROOT.resolve(word.substring(1));
            assertTrue(
                    read(module.resolveSibling("pom.xml")).contains("<module>" + module.getFileName() + "</module>"),
                    word);
        }
    }

    private static String artifact(String pom) {
        var found = OWN.matcher(pom);
        assertTrue(found.find(), pom);
        return found.group(1);
    }

    /** The POMs that are published; the archives are of a profile and no module of a usual build. */
    private static List<String> modules() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            return files.filter(file -> file.endsWith("pom.xml")
                            && !ROOT.relativize(file).toString().contains("target")
                            && !file.startsWith(ROOT.resolve("packaging/distribution")))
                    .map(PublishedModulesTest::read)
                    .filter(pom -> !pom.contains("<maven.deploy.skip>true<"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
