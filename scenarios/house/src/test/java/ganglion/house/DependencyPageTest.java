package ganglion.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on dependencies and the checksums of downloads follow the POMs and the libraries that are really used. */
final class DependencyPageTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| ([^ |]+) \\| \\d{4}-\\d{2}-\\d{2} \\|", Pattern.MULTILINE);

    private static Map<String, String> page;
    private static Map<String, String> poms;
    private static List<String> checksums;

    @BeforeAll
    static void readThePageAndThePoms() throws Exception {
        SourceTree project = SourceTree.ofThisProject();
        String text = project.text("docs/developer/dependencies.md");
        page = ROW.matcher(text).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        poms = new BuildFiles(project.root()).versions();
        checksums = project.text(".mvn/checksums/checksums.sha256").lines().toList();
    }

    @Test
    void thePageHasTheVersionsThatAreUsedAndNoOthers() {
        assertTrue(poms.size() > 35, poms::toString);
        assertTrue(BuildFiles.libraries().size() > 35, BuildFiles.libraries()::toString);
        Map<String, String> used = new TreeMap<>(poms);
        used.putAll(BuildFiles.libraries());

        assertEquals(used, new TreeMap<>(page));
    }

    @Test
    void everyLibraryHasItsChecksum() throws IOException, NoSuchAlgorithmException {
        List<String> wrong = new ArrayList<>();
        for (Path jar : BuildFiles.jars()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            String hex = HexFormat.of().formatHex(digest);
            String path = jar.toString().replace('\\', '/');
            // A line is the checksum, two blanks, and the path within the repository.
            boolean known = checksums.stream()
                    .anyMatch(line -> line.startsWith(hex) && path.endsWith("/" + line.substring(66)));
            if (!known) {
                wrong.add(path);
            }
        }

        assertEquals(List.of(), wrong, "not in .mvn/checksums: see docs/developer/dependencies.md");
    }

    @Test
    void everyVersionOfThePomsHasAChecksum() {
        List<String> missing = poms.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("palantir"))
                .filter(entry -> checksums.stream()
                        .noneMatch(line -> line.contains("/" + entry.getKey() + "/" + entry.getValue() + "/")))
                .map(Map.Entry::toString)
                .toList();

        assertEquals(List.of(), missing, "not in .mvn/checksums: see docs/developer/dependencies.md");
    }
}
