package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreesTest {

    @TempDir
    private Path folder;

    private Path tree;

    @BeforeEach
    void grow() throws IOException {
        tree = folder.resolve("tree");
        for (String name : List.of("a/1", "b/stuck", "c/2", "3")) {
            Path file = tree.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
    }

    @Test
    void deletesLinksRatherThanWhatTheyLeadTo() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "x");
        Files.createSymbolicLink(tree.resolve("a/link"), folder);

        FileTrees.delete(tree);
        FileTrees.discard(tree);

        assertTrue(Files.exists(mine));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void aTreeThatIsDiscardedIsAway() throws IOException {
        FileTrees.discard(tree);

        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void aFolderThatIsDeletedBeforeItIsUsedIsMadeAgain() throws IOException {
        Path wanted = folder.resolve("x/y");
        List<Path> tries = new ArrayList<>();

        Path made = FileTrees.inFolder(wanted, () -> {
            tries.add(wanted);
            if (tries.size() < 3) {
                Files.delete(wanted);
                Files.delete(wanted.getParent());
            }
            return Files.createFile(wanted.resolve("file"));
        });

        assertTrue(Files.exists(made));
        assertEquals(3, tries.size());
    }

    @Test
    void aFolderInWhichNothingCanBeMadeIsTriedThreeTimes() {
        List<Path> tries = new ArrayList<>();

        assertThrows(
                NoSuchFileException.class,
                () -> FileTrees.inFolder(folder, () -> {
                    tries.add(folder);
                    throw new NoSuchFileException("file");
                }));

        assertEquals(3, tries.size());
    }
}
