package ganglion.cli.launcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.launcher.LauncherTree.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** When the launcher builds, what it starts, and what it says if it cannot. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for sh")
@Tag("slow")
final class LauncherTest {

    @TempDir
    private Path folder;

    private LauncherTree tree;

    @BeforeEach
    void growATree() {
        tree = new LauncherTree(folder);
    }

    @Test
    void theFirstStartBuildsAndSaysSoInOneLine() throws Exception {
        Started first = tree.start("--version");

        assertEquals(0, first.code(), first::toString);
        assertEquals(1, first.errorLines().size(), first::toString);
        assertTrue(first.errorLines().get(0).startsWith("ganglion: building"), first::toString);
        assertEquals(1, tree.mavenCalls());
    }

    @Test
    void laterStartsAreSilentAndBuildNothing() throws Exception {
        tree.start("--version");

        Started second = tree.start("--version");

        assertEquals(List.of(), second.errorLines());
        assertEquals(1, tree.mavenCalls());
    }

    @Test
    void aChangedSourceIsBuilt() throws Exception {
        tree.start("--version");
        LauncherTree.change(tree.source());

        tree.start("--version");

        assertEquals(2, tree.mavenCalls());
    }

    @Test
    void aDeletedSourceIsNoticed() throws Exception {
        tree.start("--version");
        Files.delete(tree.source());
        LauncherTree.change(tree.source().getParent());

        tree.start("--version");

        assertEquals(2, tree.mavenCalls());
    }

    @Test
    void aChangedScenarioIsNoReasonToBuild() throws Exception {
        tree.start("--version");
        Path scenario = tree.root().resolve("scenarios/gallery/one/scenario.yaml");
        Files.createDirectories(scenario.getParent());
        Files.writeString(scenario, "scenario: one");
        LauncherTree.change(scenario);

        tree.start("--version");

        assertEquals(1, tree.mavenCalls());
    }

    @Test
    void wordsReachTheProgramAsTheyAre() throws Exception {
        Started started = tree.start("run", "a b.yaml", "*", "", "--set=/a=$HOME");

        assertTrue(started.out().endsWith("<run>\n<a b.yaml>\n<*>\n<>\n<--set=/a=$HOME>\n"), started::toString);
    }

    @Test
    void benchmarksRunFromTheTreeAndWithoutTheProgram() throws Exception {
        tree.writeBenchmarks();

        Started started = tree.start("bench", "--json", "w1");

        assertEquals("benchmarks <--json> <w1>\n", started.out());
        assertEquals(0, tree.mavenCalls());
    }

    @Test
    void theProgramRunsWhereItWasCalled() throws Exception {
        Started started = tree.start("run");

        assertTrue(started.out().startsWith(folder.resolve("tools").toRealPath() + "\n"), started::toString);
    }

    @Test
    void linksLeadToTheTree() throws Exception {
        Path relative = tree.root().resolve("link");
        Files.createSymbolicLink(relative, Path.of("ganglion"));
        Path absolute = Files.createSymbolicLink(folder.resolve("gg"), relative);

        Started started = LauncherTree.finish(tree.begin(Map.of(), absolute, "--version"));

        assertEquals(0, started.code(), started::toString);
        assertTrue(Files.exists(tree.builds().resolve("current")));
    }

    @Test
    void sharedClassesThatBringJavaDownAreNotUsed() throws Exception {
        Map<String, String> broken = Map.of("ARCHIVE_IS_BROKEN", "yes");

        Started started = LauncherTree.finish(tree.begin(broken, tree.root().resolve("ganglion"), "run"));

        assertEquals(0, started.code(), started::toString);
        try (Stream<Path> files = Files.walk(tree.builds())) {
            Path archive = files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(0, Files.size(archive));
        }
    }

    @Test
    void theClassesOfARunAndOfASuiteAreSharedOnceBecauseTwoEqualLambdasBringDownTheDump() throws Exception {
        tree.start("--version");

        try (Stream<Path> files = Files.walk(tree.builds())) {
            Path archive = files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    List.of("@lambda-proxy a/B f", "a/B", "b/C", "of/live", "of/run", "of/test"),
                    Files.readAllLines(archive).stream().sorted().toList());
        }
    }

    private List<String> archives() throws IOException {
        try (Stream<Path> files = Files.walk(tree.builds())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsa"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFailedBuildShowsItsLogAndLeavesNothingToStart() throws Exception {
        Started failed = LauncherTree.finish(
                tree.begin(Map.of("MAVEN_FAILS", "yes"), tree.root().resolve("ganglion"), "--version"));

        assertEquals(3, failed.code(), failed::toString);
        assertTrue(failed.errorLines().contains("[ERROR] A.java:1: no"), failed::toString);
        assertTrue(failed.errorLines().get(2).contains("build.log"), failed::toString);
        assertEquals("", failed.out());
        assertFalse(Files.exists(tree.builds().resolve("current")));
        assertEquals(0, tree.start("--version").code());
        assertEquals(
                1,
                LauncherTree.finish(tree.begin(
                                Map.of("EXIT_OF_JAVA", "1"), tree.root().resolve("ganglion"), "run"))
                        .code());
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
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
    void aTreeThatCannotBeWrittenIsToldInOneLine() throws Exception {
        Path inTheWay = tree.builds().getParent();
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "no folder");

        Started started = tree.start("--version");

        assertEquals(2, started.code(), started::toString);
        assertEquals(List.of("ganglion: cannot write to " + tree.builds()), started.errorLines());
        assertEquals(0, tree.mavenCalls());
    }

    /** The lock is held by a process that is not told to give it up, as if the builder were killed. */
    @Test
    void theLockOfAKilledBuilderIsFree() throws Exception {
        Process builder = tree.begin(Map.of("MAVEN_SECONDS", "60"), tree.root().resolve("ganglion"), "one");
        await().atMost(Duration.ofMinutes(2)).until(() -> tree.mavenCalls() == 1);
        builder.descendants().forEach(ProcessHandle::destroyForcibly);
        builder.destroyForcibly().waitFor();
        tree.forgetMavenAtWork();

        Started started = tree.start("--version");

        assertEquals(0, started.code(), started::toString);
        assertEquals(2, tree.mavenCalls());
    }

    @Test
    void withoutFlockTwoFirstStartsAtOnceBuildOnce() throws Exception {
        tree.removeFlock();

        twoFirstStartsAtOnceBuildOnce();
    }

    @Test
    void withoutFlockTheLockOfADeadBuilderIsTakenAway() throws Exception {
        tree.removeFlock();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(tree.builds().resolve("lock"));
        Files.writeString(lock.resolve("owner"), dead.pid() + "\n");

        Started started = tree.start("--version");

        assertEquals(0, started.code(), started::toString);
        assertFalse(Files.exists(lock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", ""})
    void aLocaleForAsciiIsReplaced(String locale) throws Exception {
        LauncherTree.finish(tree.begin(Map.of("LC_ALL", locale), tree.root().resolve("ganglion"), "run"));

        assertEquals("C.UTF-8", tree.localeOfJava());
    }

    @Test
    void anOldJavaIsRefusedInOneLine() throws Exception {
        tree.writeJdk("1.8.0_392");

        Started started = tree.start("--version");

        assertEquals(2, started.code(), started::toString);
        assertEquals(1, started.errorLines().size(), started::toString);
        assertTrue(started.errorLines().get(0).contains("1.8.0_392"), started::toString);
    }

    @Test
    void aMissingMavenIsToldInOneLine() throws Exception {
        tree.removeMaven();

        Started started = tree.start("--version");

        assertEquals(2, started.code(), started::toString);
        assertEquals(1, started.errorLines().size(), started::toString);
        assertTrue(started.errorLines().get(0).contains("Maven"), started::toString);
    }

    @ParameterizedTest
    @CsvSource({"'', JDK 17", "/nowhere, /nowhere"})
    void aJavaThatIsNotThereIsToldInOneLine(String javaHome, String named) throws Exception {
        Started started = LauncherTree.finish(
                tree.begin(Map.of("JAVA_HOME", javaHome), tree.root().resolve("ganglion"), "--version"));

        assertEquals(2, started.code(), started::toString);
        assertEquals(1, started.errorLines().size(), started::toString);
        assertTrue(started.errorLines().get(0).contains(named), started::toString);
    }
}
