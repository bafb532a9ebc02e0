package ganglion.documents.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas are generated from the declarations of keys. Their copies for editors lie in one folder, each held to the code. */
class HandWrittenSchemasTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path COPIES = ROOT.resolve("docs/formats/schemas");

    /** Folders that nobody writes in. */
    private static final Set<String> SKIPPED = Set.of("target", "node_modules");

    /** The one schema that is not generated yet. */
    private static final Set<String> STILL_WRITTEN =
            Set.of("hardware-profiles/src/main/resources/ganglion/hardware/profile.schema.json");

    private static List<Path> files(Path root, String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                return SKIPPED.contains(name) || name.startsWith(".")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** JSON files of a tree that are schemas, but for the generated copies. */
    private static List<String> schemas(Path root) throws IOException {
        List<String> schemas = new ArrayList<>();
        for (Path file : files(root, ".json")) {
            boolean schema = file.toString().endsWith(".schema.json")
                    || Files.readString(file).contains("//json-schema.org/draft");
            if (schema && !file.startsWith(COPIES)) {
                schemas.add(root.relativize(file).toString().replace('\\', '/'));
            }
        }
        schemas.sort(null);
        return schemas;
    }

    @Test
    void noSchemaIsWrittenByHand() throws IOException {
        List<String> written = schemas(ROOT);
        written.removeAll(STILL_WRITTEN);

        assertEquals(List.of(), written);
    }

    @Test
    void aSchemaIsFoundByItsNameOrItsDraft(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.schema.json"), "{}");
        Files.writeString(folder.resolve("b.json"), "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}");
        Files.writeString(folder.resolve("c.json"), "{\"a\": 1}");

        assertEquals(List.of("a.schema.json", "b.json"), schemas(folder));
    }

    /** A test that can write the copies compares them, too; there is one for scenarios and one for experiments. */
    @Test
    void everyCopyIsHeldToTheCodeByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (Path file : files(ROOT, "Test.java")) {
            String source = Files.readString(file);
            if (source.contains("getBoolean(\"ganglion.update-schemas\")")) {
                tests.append(source);
            }
        }
        try (Stream<Path> copies = Files.list(COPIES)) {
            for (String name : copies.map(copy -> copy.getFileName().toString()).toList()) {
                String inTest = '"' + name.replaceFirst("-.*", "-") + (name.contains("-") ? '"' : "");
                assertTrue(tests.toString().contains(inTest), "no test compares " + name + " with the code");
            }
        }
    }
}
