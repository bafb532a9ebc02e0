package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a lock that others hold, give up or take away meanwhile. */
class LockFileTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path growing;

    @BeforeEach
    void writeWhatAnotherProcessWorksOn() throws IOException {
        file = folder.resolve(".a.ganglion-lock");
        growing = Files.writeString(folder.resolve(".a.ganglion-tmp"), "half");
    }

    @Test
    void whatAnotherProcessHasLockedIsNotClearedAsOwn() throws IOException {
        Files.createFile(file);

        Optional<LockFile> lock = LockFile.tryLock(file, channel -> {
            Leftovers.clearOwn();
            return null;
        });

        assertTrue(lock.isEmpty());
        Leftovers.clearOwn();
        assertEquals("half", Files.readString(growing));
        assertTrue(Files.exists(file));
    }

    @Test
    void whatIsLockedIsClearedAsOwnOnce() throws IOException {
        LockFile lock = LockFile.tryLock(file).orElseThrow();

        Leftovers.clearOwn();

        assertTrue(Files.notExists(growing));
        assertTrue(Files.notExists(file));
        Files.createFile(file);
        lock.close();
        assertTrue(Files.exists(file), "it is another process's now");
    }

    @Test
    void onTheWordOfAFileSystemWithoutLocksNothingIsDeleted() throws IOException {
        LockFile lock = LockFile.tryLock(file, channel -> {
                    throw new IOException("no locks available");
                })
                .orElseThrow();
        assertFalse(lock.isCertain());

        Leftovers.clearOwn();

        assertEquals("half", Files.readString(growing));
        lock.close();
    }

    @ParameterizedTest(name = "made {0}")
    @CsvSource({"true, 3", "false, 1"})
    void onlyANewFileThatACleanerHoldsForAMomentIsWaitedFor(boolean made, int expected) throws IOException {
        if (!made) {
            Files.createFile(file);
        }
        List<FileChannel> tries = new ArrayList<>();

        Optional<LockFile> lock = LockFile.tryLock(file, channel -> {
            tries.add(channel);
            return tries.size() < 3 ? null : channel.tryLock();
        });

        assertEquals(made, lock.isPresent());
        assertEquals(expected, tries.size());
        assertEquals(made, tries.get(0).isOpen());
        lock.ifPresent(LockFile::close);
    }

    @Test
    void aFileThatIsDeletedBeforeItIsLockedIsMadeAnew() throws IOException {
        List<FileChannel> tries = new ArrayList<>();

        LockFile lock = LockFile.tryLock(file, channel -> {
                    tries.add(channel);
                    if (tries.size() == 1) {
                        Files.delete(file);
                    }
                    return channel.tryLock();
                })
                .orElseThrow();

        assertTrue(Files.exists(file));
        assertEquals(2, tries.size());
        assertFalse(tries.get(0).isOpen(), "the first one is closed");
        lock.close();
    }

    /** Locks are empty files: whatever else has such a name is a user's. */
    @Test
    void whatIsNoLockIsRefusedAndNotDeleted() throws IOException {
        Path mine = Files.writeString(folder.resolve(".mine.ganglion-lock"), "notes");
        Path inner = Files.createDirectory(folder.resolve(".folder.ganglion-lock"));
        Path link = Files.createSymbolicLink(folder.resolve(".link.ganglion-lock"), mine);

        Leftovers.clear(folder);

        for (Path place : List.of(mine, inner, link)) {
            IOException refusal = assertThrows(IOException.class, () -> LockFile.tryLock(place));
            assertTrue(refusal.getMessage().contains("which is not a lock of Ganglion"), refusal.getMessage());
        }
        assertEquals("notes", Files.readString(mine));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void afterAFailureNothingIsOpenAndTheNameIsFree() throws IOException {
        List<FileChannel> tries = new ArrayList<>();

        assertThrows(
                IllegalStateException.class,
                () -> LockFile.tryLock(file, channel -> {
                    tries.add(channel);
                    throw new IllegalStateException();
                }));

        assertFalse(tries.get(0).isOpen());
        LockFile.tryLock(file).orElseThrow().close();
    }
}
