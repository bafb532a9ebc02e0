package ganglion.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.distribution.Unpacked.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wheels that hold the program: installed with pip, and called where no Java is on the PATH. */
final class WheelsTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Map<String, String> SYSTEM = Map.of("PATH", "/usr/bin:/bin");
    private static final long LARGEST = 90_000_000;

    @TempDir
    private static Path folder;

    private static Path archive;

    @BeforeAll
    static void makeWhereOneCan() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON))
                        && Unpacked.run(SYSTEM, folder, PYTHON, "-c", "import numpy, setuptools, venv, wheel, pip")
                                        .code()
                                == 0,
                "there is no python3 that builds wheels (Debian: python3-numpy python3-pip python3-setuptools python3-venv"
                        + " python3-wheel)");
        archive =
                Unpacked.into(Files.createDirectory(folder.resolve("archive"))).root();
        make("wheels");
    }

    @Test
    void theOneWithJavaIsSmallEnoughAndNamesTheGlibcThatItNeeds() throws Exception {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(archive.resolve("runtime/release"))) {
            release.load(reader);
        }
        String glibc = release.getProperty("GLIBC").replace("\"", "").replace('.', '_');

        Path wheel = wheel("wheels", "manylinux");

        assertTrue(wheel.toString().endsWith("-py3-none-manylinux_" + glibc + "_x86_64.whl"), wheel::toString);
        assertTrue(Files.size(wheel) <= LARGEST, () -> "a wheel is larger than " + LARGEST + " bytes");
    }

    @Test
    void theSameArchiveMakesTheSameBytes() throws Exception {
        make("again");

        for (String kind : new String[] {"manylinux", "any"}) {
            assertArrayEquals(
                    Files.readAllBytes(wheel("wheels", kind)), Files.readAllBytes(wheel("again", kind)), kind);
        }
    }

    @Test
    void theOneWithJavaRunsWithoutAnother() throws Exception {
        Path bin = install("manylinux");
        Map<String, String> environment = Map.of("PATH", "/bin:/usr/bin", "JAVA_HOME", "/nowhere");

        Ended command =
                Unpacked.run(environment, folder, bin.resolve("ganglion").toString(), "--version");
        Ended call = Unpacked.run(
                environment,
                folder,
                bin.resolve("python").toString(),
                "-c",
                "import ganglion; print(ganglion.command('profile', 'list').out)");

        assertTrue(command.out().startsWith("ganglion "), command::toString);
        assertTrue(call.out().contains("loihi"), call::toString);
    }

    @Test
    void theOneWithoutJavaTakesThatOfTheSystem() throws Exception {
        Path bin = install("any");

        Ended none = Unpacked.run(
                Map.of("PATH", "/bin:/usr/bin", "JAVA_HOME", "/nowhere"),
                folder,
                bin.resolve("ganglion").toString(),
                "--version");
        Ended some = Unpacked.run(
                Map.of("PATH", "/bin:/usr/bin", "JAVA_HOME", System.getProperty("java.home")),
                folder,
                bin.resolve("ganglion").toString(),
                "--version");

        assertTrue(none.err().contains("JAVA_HOME is /nowhere"), none::toString);
        assertTrue(some.out().startsWith("ganglion "), some::toString);
    }

    private static void make(String target) throws Exception {
        Path script = Path.of("../python/make-wheels").toAbsolutePath().normalize();
        Ended made = Unpacked.run(
                SYSTEM,
                folder,
                PYTHON,
                script.toString(),
                archive.toString(),
                folder.resolve(target).toString());
        assertEquals(0, made.code(), made::toString);
    }

    /** Installs a wheel without network, in an environment of its own, whose folder of programs is given. */
    private static Path install(String kind) throws Exception {
        Path venv = folder.resolve("venv-" + kind);
        Ended ended = Unpacked.run(
                SYSTEM, folder, PYTHON, "-m", "venv", "--without-pip", "--system-site-packages", venv.toString());
        assertEquals(0, ended.code(), ended::toString);
        String python = venv.resolve("bin/python").toString();
        String wheel = wheel("wheels", kind).toString();
        ended = Unpacked.run(
                SYSTEM, folder, PYTHON, "-m", "pip", "--python", python, "install", "-q", "--no-index", wheel);
        assertEquals(0, ended.code(), ended::toString);
        return venv.resolve("bin");
    }

    private static Path wheel(String target, String kind) throws IOException {
        try (Stream<Path> wheels = Files.list(folder.resolve(target))) {
            return wheels.filter(wheel -> wheel.toString().contains("-none-" + kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
