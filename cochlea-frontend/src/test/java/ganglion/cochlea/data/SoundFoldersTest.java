package ganglion.cochlea.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SoundFoldersTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeSounds() throws Exception {
        for (String name : List.of("b.wav", "a.FLAC", "notes.txt", "flute/2.wav", "flute/1.mp3", "oboe/deep/3.ogg")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), new byte[1]);
        }
    }

    @Test
    void aFileStandsForItself() throws Exception {
        // Even if its name is that of no sound: what it is, its bytes tell.
        assertEquals(
                List.of("notes.txt"),
                names(SoundFolders.find(folder.resolve("notes.txt").toString())));
    }

    @Test
    void aFolderStandsForAllSoundsBelowInOrder() throws Exception {
        assertEquals(
                List.of("a.FLAC", "b.wav", "flute/1.mp3", "flute/2.wav", "oboe/deep/3.ogg"),
                names(SoundFolders.find(folder.toString())));
    }

    @Test
    void patternsFindWhatTheyMatch() throws Exception {
        assertEquals(List.of("b.wav"), names(SoundFolders.find(folder + "/*.wav")));
        assertEquals(List.of("b.wav", "flute/2.wav"), names(SoundFolders.find(folder + "/{*,flute/*}.wav")));
        assertEquals(List.of("flute/1.mp3", "oboe/deep/3.ogg"), names(SoundFolders.find(folder + "/**.{ogg,mp3}")));
        assertEquals(List.of("flute/1.mp3", "flute/2.wav"), names(SoundFolders.find(folder + "/fl*/?.*")));
    }

    @Test
    void classesAreTheFoldersOfTheFirstLevel() throws Exception {
        List<SoundFile> sounds = SoundFolders.byClass(folder);

        assertEquals(List.of("flute/1.mp3", "flute/2.wav", "oboe/deep/3.ogg"), names(sounds));
        assertEquals(
                List.of("flute", "flute", "oboe"),
                sounds.stream().map(SoundFile::label).toList());
    }

    @Test
    void aTreeTooDeepIsRefusedInsteadOfLeftOutInPart() throws Exception {
        Path deepest = Files.createDirectories(folder.resolve("d/".repeat(31)));
        Files.write(deepest.resolve("fine.wav"), new byte[1]);
        assertEquals(6, SoundFolders.find(folder.toString()).size());
        Files.createDirectory(deepest.resolve("e"));

        assertEquals(
                deepest.resolve("e") + ": found more than 32 folders within each other", messageFor(folder.toString()));
    }

    /** Ten folders, each with two links to the next, make a thousand paths. */
    @Test
    void linksDoNotMakeATreeWithoutEnd() throws Exception {
        for (int i = 0; i < 10; i++) {
            Path level = Files.createDirectories(folder.resolve("links/" + i));
            Files.createSymbolicLink(level.resolve("a"), folder.resolve("links/" + (i + 1)));
            Files.createSymbolicLink(level.resolve("b"), folder.resolve("links/" + (i + 1)));
        }
        Files.createDirectories(folder.resolve("links/10"));

        DataSetException refused = assertThrows(
                DataSetException.class, () -> SoundFolders.found(folder.resolve("links/0"), file -> true, 500));
        assertEquals(
                folder.resolve("links/0") + ": found more than 500 files and folders, expected fewer",
                refused.getMessage());
    }

    /** A device may have no end. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesADevice() {
        assertEquals("/dev/zero: is neither a file nor a folder, expected sounds", messageFor("/dev/zero"));
    }

    @Test
    void saysWhatWasNotFound() {
        assertEquals("absent.wav: no such file or folder, expected sounds", messageFor("absent.wav"));
        assertEquals(
                folder.resolve("oboe") + ": found no sounds, expected 1 to 1000000 files",
                messageFor(folder + "/oboe/*.wav"));
        assertTrue(
                messageFor(folder + "/[a").startsWith(folder + "/[a: not a pattern for files, expected one such as "));
        assertTrue(messageFor(folder + "/absent/*.wav")
                .startsWith(folder + "/absent: the folder cannot be read: there is no such"));
    }

    @Test
    void saysThatThereAreNoClasses() {
        String message = assertThrows(DataSetException.class, () -> SoundFolders.byClass(folder.resolve("flute")))
                .getMessage();

        assertEquals(folder.resolve("flute") + ": found no sounds in folders, expected one folder per class", message);
    }

    private String messageFor(String word) {
        return assertThrows(DataSetException.class, () -> SoundFolders.find(word))
                .getMessage();
    }

    private List<String> names(List<SoundFile> sounds) {
        return sounds.stream()
                .map(sound -> folder.relativize(sound.file()).toString())
                .toList();
    }
}
