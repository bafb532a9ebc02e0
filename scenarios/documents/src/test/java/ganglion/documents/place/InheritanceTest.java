package ganglion.documents.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that build on others. */
class InheritanceTest {

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Inherited read(Path file) throws InputException {
        return Inheritance.read(file, new DocumentFolder(file, false));
    }

    private Problem problem(Path file) {
        return assertThrows(InputException.class, () -> read(file)).problems().get(0);
    }

    @Test
    void aDocumentThatExtendsNothingIsItself() throws Exception {
        Inherited whole = read(write("a.yaml", "x: 1\n"));

        assertEquals("{\"x\":1}", whole.document().root().toString());
        assertTrue(whole.files().isEmpty());
    }

    @Test
    void aDocumentLiesOverTheOneThatItExtends() throws Exception {
        write("base.yaml", "x: 1\nclock: {tick: 1 ms, duration: 1 s}\n");
        Path file = write("a.yaml", "extends: base.yaml\nclock: {tick: 2 ms}\n");

        Inherited whole = read(file);

        assertEquals(1, whole.document().root().get("x").asInt());
        assertEquals(
                "{\"tick\":\"2 ms\",\"duration\":\"1 s\"}",
                whole.document().root().get("clock").toString());
        assertEquals(
                "base.yaml", Path.of(whole.source().fileOf("/x")).getFileName().toString());
        assertEquals(file.toString(), whole.source().fileOf("/clock/tick"));
    }

    @Test
    void laterBasesOverrideEarlierOnes() throws Exception {
        write("one.yaml", "x: 1\ny: 1\n");
        write("two.yaml", "x: 2\n");

        Inherited whole = read(write("a.yaml", "extends: [one.yaml, two.yaml]\n"));

        assertEquals(2, whole.document().root().get("x").asInt());
        assertEquals(1, whole.document().root().get("y").asInt());
    }

    @Test
    void basesHaveBases() throws Exception {
        write("low/lowest.yaml", "x: 1\nz: 9\n");
        write("low/base.yaml", "extends: lowest.yaml\nx: 2\n");

        Inherited whole = read(write("a.yaml", "extends: low/base.yaml\ny: 3\n"));

        assertEquals(2, whole.document().root().get("x").asInt());
        assertEquals(9, whole.document().root().get("z").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 1\n", "hello\n", "3\n"})
    void aFileWithoutKeysCannotBeExtended(String content) throws Exception {
        write("list.yaml", content);

        Problem problem = problem(write("a.yaml", "x: 1\nextends: list.yaml\n"));

        assertEquals("found \"list.yaml\", which holds no keys, expected a document to extend", problem.message());
        assertEquals("/extends", problem.pointer());
        assertEquals(2, problem.line());
    }

    @Test
    void aCircleIsAProblemOfTheFileThatClosesIt() throws Exception {
        write("b.yaml", "x: 1\nextends: a.yaml\n");
        Path file = write("a.yaml", "extends: b.yaml\n");

        Problem problem = problem(file);

        assertEquals("found \"a.yaml\", which extends this file in turn", problem.message());
        assertEquals(2, problem.line());
        assertTrue(problem.file().endsWith("b.yaml"));
    }

    @Test
    void aMissingBaseIsAProblemAtItsPlaceInTheList() throws Exception {
        write("b.yaml", "x: 1\n");

        Problem problem = problem(write("a.yaml", "y: 1\nextends:\n  - b.yaml\n  - none.yaml\n"));

        assertEquals("found \"none.yaml\", but there is no such file", problem.message());
        assertEquals("/extends/1", problem.pointer());
        assertEquals(4, problem.line());
    }

    @Test
    void aBaseOutsideOfTheFolderIsRefused() throws Exception {
        write("base.yaml", "x: 1\n");

        Problem problem = problem(write("sub/a.yaml", "extends: ../base.yaml\n"));

        assertTrue(problem.message().contains("which leaves the folder of this file"), problem.message());
    }

    @Test
    void aBaseOfAVersionToComeIsRefused() throws Exception {
        write("base.yaml", "format: 99\n");

        assertTrue(problem(write("a.yaml", "extends: base.yaml\n")).message().startsWith("found version 99"));
    }

    /** Two files that both extend two others, and so on, would be read two to the power of their number times. */
    @Test
    void moreFilesThanAnyoneNeedsAreRefused() throws Exception {
        for (int i = 0; i < 12; i++) {
            write("f" + i + ".yaml", "extends: [f" + (i + 1) + ".yaml, f" + (i + 1) + ".yaml]\n");
        }
        write("f12.yaml", "x: 1\n");

        assertEquals(
                "found more than 64 files that are extended",
                problem(folder.resolve("f0.yaml")).message());
    }
}
