package ganglion.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.distribution.Unpacked.Ended;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive with Java, unpacked into a path with blanks, and started without the variables and the PATH of this process. */
final class ArchiveTest {

    /** At most as many bytes as a download may have. */
    private static final long LARGEST = 90_000_000;

    private static final String PITCH = "scenarios/gallery/pitch-detector/scenario.yaml";

    @TempDir
    private static Path folder;

    private static Unpacked archive;

    @BeforeAll
    static void unpack() throws Exception {
        archive = Unpacked.into(Files.createDirectory(folder.resolve("a path with blanks")));
    }

    @Test
    void isSmallEnoughToDownload() throws Exception {
        assertTrue(Files.size(Unpacked.file("-linux-x64.tar.gz")) <= LARGEST);
    }

    @Test
    void reportsWithoutAJavaOnTheSystem() throws Exception {
        Ended run = archive.start(Map.of(), "run", PITCH, "--out", folder.resolve("run"));

        assertEquals(0, run.code(), run::toString);
        assertTrue(Files.size(folder.resolve("run/report.html")) > 100_000);
        assertTrue(run.err().isEmpty(), run::toString);
    }

    @Test
    void startsActorsNodesAndALiveEarOnItsOwnJava() throws Exception {
        Ended nodes = archive.start(
                Map.of(),
                "run",
                "scenarios/gallery/coincidence-detection/scenario.yaml",
                "--nodes",
                "2",
                "--out",
                folder.resolve("nodes"));
        Ended live = archive.start(
                Map.of(),
                "live",
                "scenarios/gallery/live/pitch.yaml",
                "--play",
                "scenarios/gallery/live/audio/whistle-c-5.ogg",
                "--speed",
                "max",
                "--port",
                "0");

        assertEquals(0, nodes.code(), nodes::toString);
        assertEquals(0, live.code(), live::toString);
    }

    @Test
    void namesTheCommitOrNoneAndTheJavaThatCameWithIt() throws Exception {
        Ended version = archive.start(Map.of("JAVA_HOME", "/nowhere"), "--version");

        assertEquals(0, version.code(), version::toString);
        assertTrue(version.out().startsWith("ganglion " + System.getProperty("archive.version")), version::toString);
    }

    @Test
    void holdsWhatItsReadmeNames() throws Exception {
        for (String name : List.of(
                "README.md",
                "LICENSE",
                "NOTICE",
                "sbom.json",
                "licences/LGPL-2.1.txt",
                "runtime/legal/java.base/LICENSE",
                "schemas/scenario.schema.json",
                "profiles/loihi.yaml",
                "docs/user/install.md",
                "scenarios/gallery/pitch-detector/audio/flute-c-sharp-5.flac",
                "share/bash-completion/completions/ganglion",
                "share/zsh/ganglion.zsh")) {
            assertTrue(Files.size(archive.root().resolve(name)) > 0, name);
        }
        String readme = Files.readString(archive.root().resolve("README.txt"));
        assertFalse(readme.contains("${"), readme);
    }

    @Test
    void holdsNothingOfTheMachineThatBuiltIt() throws Exception {
        String home = System.getProperty("user.dir");
        try (Stream<Path> files = Files.walk(archive.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.matches(".*(\\.md|\\.txt|\\.json|\\.1|\\.yaml|/release|/ganglion|\\.zsh)")) {
                    assertFalse(Files.readString(file).contains(home), name);
                }
            }
        }
    }

    /** A jar that is a module says itself what it needs; jdeps finds what the classes of the others use. */
    @Test
    void itsJavaHasTheModulesThatTheJarsUse() throws Exception {
        Ended asked = Unpacked.run(Map.of(), archive.root(), "runtime/bin/java", "--list-modules");
        Set<String> present =
                asked.out().lines().map(line -> line.replaceAll("@.*", "")).collect(Collectors.toSet());
        Path lib = archive.root().resolve("lib");
        Set<String> used = new TreeSet<>();
        List<String> jdeps = new ArrayList<>(List.of(
                System.getProperty("runtime.jdk") + "/bin/jdeps",
                "--multi-release",
                "17",
                "--ignore-missing-deps",
                "-s"));
        jdeps.addAll(List.of("-cp", String.join(":", archive.jars())));
        for (String jar : archive.jars()) {
            if (isModule(lib.resolve(jar))) {
                ModuleFinder.of(lib.resolve(jar)).findAll().stream()
                        .flatMap(module -> module.descriptor().requires().stream())
                        .filter(needed -> !needed.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .forEach(needed -> used.add(needed.name()));
            } else {
                jdeps.add(jar);
            }
        }
        Ended found = Unpacked.run(Map.of(), lib, jdeps.toArray(String[]::new));
        assertEquals(0, found.code(), found::toString);
        Pattern.compile("-> ([a-z.]+)$", Pattern.MULTILINE)
                .matcher(found.out())
                .results()
                .forEach(use -> used.add(use.group(1)));

        // A service that no class names: elliptic curves in certificates of --tls.
        used.add("jdk.crypto.ec");
        used.removeIf(name -> !name.startsWith("java.") && !name.startsWith("jdk."));
        // Only a part of Agrona that compiles uses it.
        used.remove("java.compiler");
        assertTrue(used.size() > 6, used::toString);
        assertTrue(present.containsAll(used), () -> present + " for " + used);
    }

    private static boolean isModule(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream().anyMatch(entry -> entry.getName().endsWith("module-info.class"));
        }
    }
}
