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
import java.util.stream.Stream;
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

    private static void deleteButOne(Path path) throws IOException {
        if (path.endsWith("stuck")) {
            throw new IOException("in use");
        }
        Files.delete(path);
    }

    private List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void deletesAllThatCanBeDeleted() throws IOException {
        FileTrees.delete(tree, FileTreesTest::deleteButOne);

        try (Stream<Path> left = Files.walk(tree)) {
            assertEquals(List.of(tree, tree.resolve("b"), tree.resolve("b/stuck")), left.toList());
        }
        FileTrees.delete(tree);
        FileTrees.delete(tree);
        assertTrue(Files.notExists(tree));
    }

    @Test
    void aTreeThatIsDiscardedCannotGrowAgain() throws IOException {
        List<Path> refused = new ArrayList<>();

        FileTrees.discard(tree, path -> {
            assertThrows(NoSuchFileException.class, () -> Files.writeString(tree.resolve("new"), "x"));
            refused.add(path);
            Files.delete(path);
        });

        assertEquals(8, refused.size());
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void whatCannotBeDiscardedIsFoundByTheNextProcess() throws IOException {
        FileTrees.discard(tree, FileTreesTest::deleteButOne);
        assertTrue(Files.notExists(tree));
        assertEquals(1, files(folder).size());

        Leftovers.clear(folder);

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
