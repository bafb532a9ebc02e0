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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the launcher builds, what it starts, in a source tree and beside {@code lib/}, and what it says if it cannot. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for sh")
@Tag("slow")
final class LauncherTest {

    private static final String SHARED = "-XX:SharedArchiveFile=";

    @TempDir
    private Path folder;

    private LauncherTree tree;

    @BeforeEach
    void growATree() {
        tree = new LauncherTree(folder);
    }

    @Test
    void buildsOnceAndWhenSourcesChange() throws Exception {
        Started first = tree.start("--version");
        assertEquals(1, first.errorLines().size(), first::toString);
        assertTrue(first.errorLines().get(0).startsWith("ganglion: building"), first::toString);

        Path scenario = tree.root().resolve("scenarios/gallery/one/scenario.yaml");
        Files.createDirectories(scenario.getParent());
        LauncherTree.change(Files.writeString(scenario, "scenario: one"));
        Started second = tree.start("run", "a b.yaml", "*", "", "--set=/a=$HOME");
        assertEquals(List.of(), second.errorLines());
        assertTrue(second.out().startsWith(folder.resolve("tools").toRealPath() + "\n"), second::toString);
        assertTrue(second.out().endsWith("<run>\n<a b.yaml>\n<*>\n<>\n<--set=/a=$HOME>\n"), second::toString);
        assertEquals(1, tree.mavenCalls());

        LauncherTree.change(tree.source());
        assertEquals(List.of(), tree.start("--version").errorLines(), "new times alone, as a copy of the tree has");
        assertEquals(1, tree.mavenCalls());

        LauncherTree.change(Files.writeString(tree.source(), "class B {}"));
        Path relative = tree.root().resolve("link");
        Files.createSymbolicLink(relative, Path.of("ganglion"));
        Path absolute = Files.createSymbolicLink(folder.resolve("gg"), relative);
        assertEquals(
                0,
                LauncherTree.finish(tree.begin(Map.of(), absolute, "--version")).code());
        assertEquals(2, tree.mavenCalls());

        Files.delete(tree.source());
        LauncherTree.change(tree.source().getParent());
        tree.start("--version");
        assertEquals(3, tree.mavenCalls());
    }

    @Test
    void sharedClassesThatBringJavaDownAreNotUsed() throws Exception {
        assertEquals(0, start(Map.of("ARCHIVE_IS_BROKEN", "yes"), "run").code());

        assertEquals(0, Files.size(archive()));
    }

    @Test
    void theClassesOfARunAndOfASuiteAreSharedOnceBecauseTwoEqualLambdasBringDownTheDump() throws Exception {
        tree.start("--version");

        assertEquals(
                List.of("@lambda-proxy a/B f", "a/B", "b/C", "of/live", "of/run", "of/test"),
                Files.readAllLines(archive()).stream().sorted().toList());
    }

    @Test
    void aFailedBuildShowsItsLogAndLeavesNothingToStart() throws Exception {
        Started failed = start(Map.of("MAVEN_FAILS", "yes"), "--version");

        assertEquals(3, failed.code(), failed::toString);
        assertTrue(failed.errorLines().contains("[ERROR] A.java:1: no"), failed::toString);
        assertTrue(failed.errorLines().get(2).contains("build.log"), failed::toString);
        assertEquals("", failed.out());
        assertEquals(1, start(Map.of("EXIT_OF_JAVA", "1"), "run").code());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoFirstStartsAtOnceBuildOnce(boolean flock) throws Exception {
        if (!flock) {
            tree.removeFlock();
        }
        Path launcher = tree.root().resolve("ganglion");
        Map<String, String> slowly = Map.of("MAVEN_SECONDS", "1");
        Process one = tree.begin(slowly, launcher, "one");
        Process two = tree.begin(slowly, launcher, "two");

        Started first = LauncherTree.finish(one);
        Started second = LauncherTree.finish(two);

        assertTrue(first.out().endsWith("<one>\n"), first::toString);
        assertTrue(second.out().endsWith("<two>\n"), second::toString);
        assertEquals(1, tree.mavenCalls());
    }

    @Test
    void withoutFlockTheLockOfADeadBuilderIsTakenAway() throws Exception {
        tree.removeFlock();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(tree.builds().resolve("lock"));
        Files.writeString(lock.resolve("owner"), dead.pid() + "\n");

        assertEquals(0, tree.start("--version").code());
        assertFalse(Files.exists(lock));
    }

    @Test
    void aLocaleForAsciiIsReplaced() throws Exception {
        start(Map.of("LC_ALL", "POSIX"), "run");

        assertEquals("C.UTF-8", tree.localeOfJava());
    }

    @Test
    void whatIsMissingIsToldInOneLine() throws Exception {
        refused(start(Map.of("JAVA_HOME", ""), "--version"), "JDK 17");
        refused(start(Map.of("JAVA_HOME", "/nowhere"), "--version"), "/nowhere");
        tree.removeMaven();
        refused(tree.start("--version"), "Maven");
        tree.writeJdk("1.8.0_392");
        refused(tree.start("--version"), "1.8.0_392");
    }

    @Test
    void aDistributionIsStartedAsItIsAndSharesClassesWhenAsked() throws Exception {
        tree.becomeDistribution();

        Started started = tree.start("--version");
        assertEquals(List.of(), started.errorLines());
        assertTrue(started.out().contains("lib/ganglion-program-1.jar"), started::toString);
        assertFalse(started.out().contains(SHARED), "a file that is not there costs Java's own shared classes");

        Started asked = tree.start("prepare");
        assertTrue(asked.errorLines().get(0).contains("fast starts for Java 17.0.9"), asked::toString);
        String archive = SHARED + tree.root().toRealPath().resolve("lib/java-17.0.9.jsa");
        assertTrue(tree.start("--version").out().contains(archive));
        assertEquals(1, tree.start("prepare").errorLines().size(), "a second time there is nothing to do");
    }

    @Test
    void theJavaThatCameWithItIsUsedAndNoOther() throws Exception {
        tree.becomeArchive("2.17");

        Started started = start(Map.of("JAVA_HOME", "/nowhere"), "run");
        assertEquals(0, started.code(), started::toString);
        assertTrue(started.out().endsWith("<run>\n"), started::toString);

        tree.writeTool("uname", "echo Linux aarch64");
        refused(tree.start("--version"), "this is Linux aarch64");
        Files.delete(tree.root().resolve("runtime/bin/java"));
        refused(tree.start("--version"), "unpack the archive again");
    }

    @ParameterizedTest
    @CsvSource({"glibc 2.38, 0", "glibc 2.40.1, 0", "glibc 2.37, 2", "glibc 2.9, 2"})
    void anOldGlibcIsToldInOneLine(String found, int code) throws Exception {
        tree.becomeArchive("2.38");
        tree.writeTool("getconf", "echo " + found);

        Started started = tree.start("--version");

        assertEquals(code, started.code(), started::toString);
        if (code != 0) {
            refused(started, "glibc 2.38 or newer, and this is " + found);
        }
    }

    /** Classes in the file would run as they are, so a cache that is a folder of all, such as /tmp, is not taken. */
    @Test
    void sharedClassesLieInTheCacheOfTheUserAndThoseOfAnotherAreNotTaken() throws Exception {
        tree.becomeArchive("2.17");
        assumeTrue(tree.makeReadOnly(), "no other user to start as");
        Path own = writable("own");
        Map<String, String> cached = Map.of("XDG_CACHE_HOME", own.toString());
        assertEquals(0, start(cached, "prepare").code());
        Started fromOwn = start(cached, "run");
        assertTrue(fromOwn.out().contains(SHARED + own.resolve("ganglion/java-17.0.9-")), fromOwn::toString);
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("ganglion"))));

        assumeTrue(tree.startsAsAnotherUser(), "no other user to start as");
        Path planted = writable("planted");
        Files.createDirectory(planted.resolve("ganglion"));
        for (String name : own.resolve("ganglion").toFile().list()) {
            Files.copy(
                    own.resolve("ganglion").resolve(name),
                    planted.resolve("ganglion").resolve(name));
        }
        Started fromPlanted = start(Map.of("XDG_CACHE_HOME", planted.toString()), "run");
        assertEquals(0, fromPlanted.code(), fromPlanted::toString);
        assertFalse(fromPlanted.out().contains(SHARED), fromPlanted::toString);
        refused(start(Map.of("XDG_CACHE_HOME", planted.toString()), "prepare"), "belongs to another user");
    }

    @Test
    void withoutAFolderThatCanBeWrittenItStarts() throws Exception {
        tree.becomeArchive("2.17");
        assumeTrue(tree.makeReadOnly(), "no other user to start as");
        // Below a file, where not even root can make a folder.
        Map<String, String> nowhere =
                Map.of("HOME", tree.root().resolve("ganglion/home").toString());

        Started started = start(nowhere, "run");

        assertEquals(0, started.code(), started::toString);
        assertEquals(List.of(), started.errorLines());
        refused(start(nowhere, "prepare"), "cannot write to " + nowhere.get("HOME") + "/.cache/ganglion");
    }

    private Started start(Map<String, String> environment, String... words) throws Exception {
        return LauncherTree.finish(tree.begin(environment, tree.root().resolve("ganglion"), words));
    }

    private static void refused(Started started, String reason) {
        assertEquals(2, started.code(), started::toString);
        assertEquals(1, started.errorLines().size(), started::toString);
        assertTrue(started.errorLines().get(0).contains(reason), started::toString);
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.walk(tree.builds())) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A folder that every user may write. */
    private Path writable(String name) throws IOException {
        return Files.setPosixFilePermissions(
                Files.createDirectory(folder.resolve(name)), PosixFilePermissions.fromString("rwxrwxrwx"));
    }
}
