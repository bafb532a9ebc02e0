package ganglion.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Maven wants the group of a parent as a constant in every POM. So the root POM says it, each parent repeats it, and dependencies
 * among modules refer to it.
 */
final class MavenGroupTest {

    private static final Path ROOT = ProjectRoot.find();
    private static final Pattern OURS =
            Pattern.compile("<groupId>([^<]*)</groupId>\\s*<artifactId>ganglion-[^<]*</artifactId>");

    @Test
    void everyParentHasTheGroupOfTheRoot() throws IOException {
        String group = groupOfTheRoot();
        Map<String, String> wrong = new TreeMap<>();
        List<Path> poms = poms();
        for (Path pom : poms) {
            OURS.matcher(Files.readString(pom))
                    .results()
                    .map(found -> found.group(1))
                    .filter(said -> !said.equals(group) && !said.equals("${project.groupId}"))
                    .forEach(said -> wrong.put(ROOT.relativize(pom).toString(), said));
        }

        assertTrue(poms.size() > 18, poms::toString);
        assertEquals(Map.of(), wrong);
    }

    private static String groupOfTheRoot() throws IOException {
        var said = OURS.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertTrue(said.find());
        return said.group(1);
    }

    private static List<Path> poms() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 4)) {
            return files.filter(file -> file.endsWith("pom.xml")
                            && !ROOT.relativize(file).toString().contains("target"))
                    .toList();
        }
    }
}
