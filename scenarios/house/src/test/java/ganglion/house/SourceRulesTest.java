package ganglion.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the whole project. Each is also shown to fail, on a small project that breaks all of them. */
final class SourceRulesTest {

    private static final Map<HouseRule, List<String>> BROKEN = Map.of(
            HouseRule.NO_FILE_IS_LONGER_THAN_600_LINES, List.of("one/src/test/java/a/Long.java"),
            HouseRule.NOTHING_IS_LEFT_FOR_LATER, List.of("one/src/main/java/a/Later.java"),
            HouseRule.NO_IMPORT_HIDES_WHAT_IT_IMPORTS, List.of("one/src/main/java/a/Later.java"),
            HouseRule.EVERY_PACKAGE_SAYS_WHAT_IT_IS_FOR, List.of("two/src/main/java/b"),
            HouseRule.NO_TWO_TYPES_SHARE_ONE_NAME, List.of("Later in a, b"),
            HouseRule.NO_SCHEMA_IS_WRITTEN_BY_HAND, List.of("one/by-hand.json", "two/x.schema.json"),
            HouseRule.THE_ARCHITECTURE_PAGE_LISTS_ALL_MODULES, List.of("missing: two", "wrong: gone"));

    @TempDir
    private static Path broken;

    private static SourceTree project;

    @BeforeAll
    static void readTheProjectAndWriteABrokenOne() throws IOException {
        project = SourceTree.ofThisProject();
        write("one/src/main/java/a/package-info.java", """
                /**
                 * Holds {@link a.Later} | more: and
                 * more.
                 */
                package a;
                """);
        write(
                "one/src/main/java/a/Later.java",
                "package a;\nimport java.util.*;\n// TO" + "DO: the rest\npublic final class Later {}\n");
        write("one/src/test/java/a/Long.java", "package a;\n" + "\n".repeat(600) + "class Long {}\n");
        write("one/src/test/java/a/Later.java", "package a;\nclass Later {}\n");
        write("one/target/src/main/java/a/Later.java", "package c;\nclass Later {}\n");
        write("two/src/main/java/b/Later.java", "package b;\n\nrecord Later() {}\n");
        write("one/by-hand.json", "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}");
        write("two/x.schema.json", "{}");
        write(
                "docs/formats/schemas/made.schema.json",
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}");
        write("docs/developer/architecture.md", "| module | holds |\n|---|---|\n| `one` | a |\n| `gone` | b |\n");
    }

    private static void write(String name, String text) throws IOException {
        Path file = broken.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void thereAreSourcesOfAllModules() {
        assertTrue(project.modules().size() >= 12, project.modules()::toString);
    }

    @ParameterizedTest
    @EnumSource
    void holds(HouseRule rule) {
        assertEquals(List.of(), rule.violations(project));
    }

    @ParameterizedTest
    @EnumSource
    void canFail(HouseRule rule) throws IOException {
        assertEquals(BROKEN.get(rule), rule.violations(SourceTree.read(broken)));
    }
}
