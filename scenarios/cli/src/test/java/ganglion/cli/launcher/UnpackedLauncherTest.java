package ganglion.cli.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.cli.launcher.LauncherTree.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher starts when it lies beside {@code lib/} and not in a source tree, in good and in bad surroundings. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for sh")
@Tag("slow")
final class UnpackedLauncherTest {

    private static final String SHARED = "-XX:SharedArchiveFile=";

    @TempDir
    private Path folder;

    private LauncherTree tree;

    @BeforeEach
    void growATree() {
        tree = new LauncherTree(folder);
    }

    private Started start(Map<String, String> environment, String... words) throws Exception {
        return LauncherTree.finish(tree.begin(environment, tree.root().resolve("ganglion"), words));
    }

    @Test
    void aDistributionIsStartedAsItIs() throws Exception {
        tree.becomeDistribution();

        Started started = tree.start("--version");

        assertEquals(0, started.code(), started::toString);
        assertEquals(List.of(), started.errorLines());
        assertTrue(started.out().contains("lib/ganglion-program-1.jar"), started::toString);
        assertFalse(started.out().contains(SHARED), "a file that is not there costs Java's own shared classes");
    }

    @Test
    void sharedClassesAreMadeWhenAsked() throws Exception {
        tree.becomeDistribution();

        Started asked = tree.start("prepare");
        Started later = tree.start("--version");

        assertEquals(0, asked.code(), asked::toString);
        assertEquals(2, asked.errorLines().size(), asked::toString);
        assertTrue(asked.errorLines().get(0).contains("fast starts for Java 17.0.9"), asked::toString);
        assertTrue(
                later.out().contains(SHARED + tree.root().toRealPath().resolve("lib/java-17.0.9.jsa")),
                later::toString);
        assertEquals(1, tree.start("prepare").errorLines().size(), "a second time there is nothing to do");
    }

    @Test
    void theJavaThatCameWithItIsUsedAndNoOther() throws Exception {
        tree.becomeArchive("2.17");

        Started started = start(Map.of("JAVA_HOME", "/nowhere"), "run");

        assertEquals(0, started.code(), started::toString);
        assertTrue(started.out().endsWith("<run>\n"), started::toString);
    }

    @Test
    void anArchiveThatLostItsJavaSaysSo() throws Exception {
        tree.becomeArchive("2.17");
        Files.delete(tree.root().resolve("runtime/bin/java"));

        Started started = tree.start("--version");

        assertEquals(2, started.code(), started::toString);
        assertEquals(1, started.errorLines().size(), started::toString);
        assertTrue(started.errorLines().get(0).contains("unpack the archive again"), started::toString);
    }

    @ParameterizedTest
    @CsvSource({"glibc 2.38, 0", "glibc 2.40.1, 0", "glibc 2.37, 2", "glibc 2.9, 2"})
    void anOldGlibcIsToldInOneLine(String found, int code) throws Exception {
        tree.becomeArchive("2.38");
        tree.writeGlibc(found);

        Started started = tree.start("--version");

        assertEquals(code, started.code(), started::toString);
        if (code != 0) {
            assertEquals(1, started.errorLines().size(), started::toString);
            assertTrue(
                    started.errorLines().get(0).contains("glibc 2.38 or newer, and this is " + found),
                    started::toString);
        }
    }

    @Test
    void anotherProcessorIsToldInOneLine() throws Exception {
        tree.becomeArchive("2.17");
        tree.writeSystem("Linux aarch64");

        Started started = tree.start("--version");

        assertEquals(2, started.code(), started::toString);
        assertEquals(1, started.errorLines().size(), started::toString);
        assertTrue(started.errorLines().get(0).contains("this is Linux aarch64"), started::toString);
    }

    @Test
    void anInstallationThatNobodyMayWriteKeepsSharedClassesInTheCacheOfTheUser() throws Exception {
        tree.becomeArchive("2.17");
        assumeTrue(tree.makeReadOnly(), "no other user to start as");
        Path home = writable("home of one");
        Map<String, String> environment = Map.of("HOME", home.toString());

        Started asked = start(environment, "prepare");
        Started later = start(environment, "run");

        assertEquals(0, asked.code(), asked::toString);
        assertTrue(later.out().contains(SHARED + home.resolve(".cache/ganglion/java-17.0.9-")), later::toString);
        assertEquals(List.of(), later.errorLines());
    }

    /** Where XDG_CACHE_HOME is a folder of all users, such as /tmp. Classes in the file would run as they are. */
    @Test
    void sharedClassesOfAnotherUserAreNotTaken() throws Exception {
        tree.becomeArchive("2.17");
        assumeTrue(tree.makeReadOnly() && tree.startsAsAnotherUser(), "no other user to start as");
        Path own = writable("own");
        Path planted = writable("planted");
        assertEquals(
                0, start(Map.of("XDG_CACHE_HOME", own.toString()), "prepare").code());
        Files.createDirectory(planted.resolve("ganglion"));
        for (String name : own.resolve("ganglion").toFile().list()) {
            Files.copy(
                    own.resolve("ganglion").resolve(name),
                    planted.resolve("ganglion").resolve(name));
        }

        Started fromOwn = start(Map.of("XDG_CACHE_HOME", own.toString()), "run");
        Started fromPlanted = start(Map.of("XDG_CACHE_HOME", planted.toString()), "run");
        Started prepared = start(Map.of("XDG_CACHE_HOME", planted.toString()), "prepare");

        assertTrue(fromOwn.out().contains(SHARED), fromOwn::toString);
        assertEquals(0, fromPlanted.code(), fromPlanted::toString);
        assertFalse(fromPlanted.out().contains(SHARED), fromPlanted::toString);
        assertEquals(2, prepared.code(), prepared::toString);
        assertEquals(
                List.of("ganglion: " + planted.resolve("ganglion") + " belongs to another user"),
                prepared.errorLines());
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("ganglion"))));
    }

    @Test
    void withoutAFolderThatCanBeWrittenItStarts() throws Exception {
        tree.becomeArchive("2.17");
        assumeTrue(tree.makeReadOnly(), "no other user to start as");
        // Below a file, where not even root can make a folder.
        String nowhere = tree.root().resolve("ganglion/home").toString();

        for (Map<String, String> environment : List.of(
                Map.<String, String>of(),
                Map.of("HOME", ""),
                Map.of("HOME", nowhere),
                Map.of("HOME", nowhere, "XDG_CACHE_HOME", "relative"))) {
            Started started = start(environment, "run");

            assertEquals(0, started.code(), started::toString);
            assertEquals(List.of(), started.errorLines());
        }
        Started asked = start(Map.of("HOME", nowhere), "prepare");
        assertEquals(2, asked.code(), asked::toString);
        assertEquals(List.of("ganglion: cannot write to " + nowhere + "/.cache/ganglion"), asked.errorLines());
    }

    /** A folder that every user may write. */
    private Path writable(String name) throws IOException {
        return Files.setPosixFilePermissions(
                Files.createDirectory(folder.resolve(name)), PosixFilePermissions.fromString("rwxrwxrwx"));
    }
}
