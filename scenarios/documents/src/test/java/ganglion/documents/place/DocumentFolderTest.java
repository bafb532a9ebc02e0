package ganglion.documents.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the paths in a document may lead. */
class DocumentFolderTest {

    @TempDir
    private Path outer;

    private Path document;

    @BeforeEach
    void writeFiles() throws IOException {
        document = outer.resolve("scenarios/a.yaml");
        Files.createDirectories(outer.resolve("scenarios/data"));
        Files.createFile(document);
        Files.createFile(outer.resolve("scenarios/data/w.csv"));
        Files.createFile(outer.resolve("secret.csv"));
    }

    private DocumentFolder folder(boolean outsideAllowed) {
        return new DocumentFolder(document, outsideAllowed);
    }

    private String refusal(String written) {
        return assertThrows(IllegalArgumentException.class, () -> folder(false).resolve(written, document, true))
                .getMessage();
    }

    @Test
    void aRelativePathStartsFromTheFileThatItIsWrittenIn() {
        Path base = outer.resolve("scenarios/data/base.yaml");

        assertEquals(
                outer.resolve("scenarios/data/w.csv"),
                folder(false).resolve("data/w.csv", document, true).resolved());
        assertEquals(
                outer.resolve("scenarios/data/w.csv"),
                folder(false).resolve("w.csv", base, true).resolved());
        assertEquals(
                "data/w.csv",
                folder(false).resolve("data/w.csv", document, true).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "data/../../secret.csv", "./../secret.csv"})
    void aRelativePathMayNotLeaveTheFolder(String written) {
        assertEquals(
                "found \"" + written
                        + "\", which leaves the folder of this file; expected a path within it, an absolute path,"
                        + " or the flag --allow-outside-paths",
                refusal(written));
    }

    @Test
    void aFileInASubfolderMayReferToThatAbove() {
        Path base = outer.resolve("scenarios/data/base.yaml");

        assertEquals(document, folder(false).resolve("../a.yaml", base, true).resolved());
    }

    @Test
    void aPathMayLeaveTheFolderWhereTheUserAllowsIt() {
        assertEquals(
                outer.resolve("secret.csv"),
                folder(true).resolve("../secret.csv", document, true).resolved());
    }

    @Test
    void anAbsolutePathIsFollowed() {
        Path secret = outer.resolve("secret.csv").toAbsolutePath();

        assertEquals(
                secret, folder(false).resolve(secret.toString(), document, true).resolved());
    }

    @Test
    void aSymbolicLinkMayNotLeaveTheFolder() throws IOException {
        Files.createSymbolicLink(outer.resolve("scenarios/link.csv"), outer.resolve("secret.csv"));

        assertTrue(refusal("link.csv")
                .startsWith("found \"link.csv\", which leaves the folder of this file by a symbolic link"));
    }

    @Test
    void aSymbolicLinkWithinTheFolderIsFollowed() throws IOException {
        Path link =
                Files.createSymbolicLink(outer.resolve("scenarios/link.csv"), outer.resolve("scenarios/data/w.csv"));

        assertEquals(link, folder(false).resolve("link.csv", document, true).resolved());
    }

    @Test
    void aFileThatMustBeThereIsLookedFor() {
        assertEquals("found \"none.csv\", but there is no such file", refusal("none.csv"));
        assertEquals("found \"data\", which is not a regular file", refusal("data"));
    }

    @Test
    void aFileThatIsWrittenLaterNeedNotBeThere() {
        assertEquals(
                outer.resolve("scenarios/none.csv"),
                folder(false).resolve("none.csv", document, false).resolved());
    }

    @Test
    void aFolderMustBeThere() {
        assertEquals(
                outer.resolve("scenarios/data"),
                folder(false).resolveFolder("data", document).resolved());
        assertEquals(
                "found \"none\", but there is no such folder",
                assertThrows(IllegalArgumentException.class, () -> folder(false).resolveFolder("none", document))
                        .getMessage());
        assertEquals(
                "found \"a.yaml\", which is not a folder",
                assertThrows(IllegalArgumentException.class, () -> folder(false).resolveFolder("a.yaml", document))
                        .getMessage());
    }

    @Test
    void aTextThatIsNoPathIsRefused() {
        assertEquals("found \"a\0b\", expected the name of a file", refusal("a\0b"));
    }
}
