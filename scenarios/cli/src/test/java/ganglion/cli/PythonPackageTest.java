package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python package: its wheel, and its tests with the program under test as its launcher. */
final class PythonPackageTest {

    private static final Path SOURCES = ProjectRoot.find().resolve("python");

    private static final Pattern SOME_RAN = Pattern.compile("^Ran [1-9][0-9]* tests? in ", Pattern.MULTILINE);

    @TempDir
    private static Path folder;

    private static Optional<PythonInterpreter> building;
    private static Optional<Path> wheel;

    @BeforeAll
    static void buildWhereOneCan() throws IOException {
        building = PythonInterpreter.with("numpy", "pip", "setuptools", "venv", "wheel");
        wheel = building.isPresent() ? Optional.of(wheel(building.get(), "first")) : Optional.empty();
    }

    @Test
    void itsWheelIsTheSameWhenItIsBuiltAgain() throws IOException {
        assumeTrue(
                wheel.isPresent(),
                "there is no python3 that builds wheels (Debian: python3-numpy python3-pip python3-setuptools"
                        + " python3-venv python3-wheel)");

        Path again = wheel(building.get(), "second");

        assertArrayEquals(Files.readAllBytes(wheel.get()), Files.readAllBytes(again));
    }

    /** On the installed wheel, where one can be built. */
    @Test
    void itsTestsPass() throws IOException {
        Optional<PythonInterpreter> python = PythonInterpreter.with("numpy");
        assumeTrue(python.isPresent(), "there is no python3 of 3.9 or newer with numpy (Debian: python3-numpy)");
        if (wheel.isPresent()) {
            PythonInterpreter installed = install(wheel.get(), building.get());
            Path top = Files.createDirectory(folder.resolve("top"));
            Path tests = Files.createSymbolicLink(top.resolve("tests"), SOURCES.resolve("tests"));
            test(installed, top);
            Files.delete(tests);
        } else {
            test(python.get(), SOURCES);
        }
    }

    private static void test(PythonInterpreter python, Path top) throws IOException {
        GanglionProcess.writeLauncher(folder);
        Map<String, String> environment = Map.of("GANGLION_HOME", folder.toString());
        String said = python.succeed(top, environment, "-B", "-m", "unittest", "discover", "-t", ".", "-s", "tests");

        // Python before 3.12 is content with no tests at all.
        assertTrue(SOME_RAN.matcher(said).find(), said);
    }

    /** Installs the wheel without network, in an environment that sees the packages of the system. */
    private static PythonInterpreter install(Path wheel, PythonInterpreter with) throws IOException {
        Path venv = folder.resolve("venv");
        with.succeed(
                folder, Map.of(), "-m", "venv", "--copies", "--without-pip", "--system-site-packages", venv.toString());
        String python = venv.resolve("bin").resolve("python").toString();
        with.succeed(
                folder, Map.of(), "-m", "pip", "--python", python, "install", "--no-index", "-q", wheel.toString());
        PythonInterpreter installed = new PythonInterpreter(python);
        String script = "import ganglion; print(ganglion.__version__, ganglion.__file__)";
        String said = installed.succeed(folder, Map.of(), "-c", script);
        String version = wheel.getFileName().toString().split("-")[1];
        assertTrue(said.startsWith(version + " " + venv), said);
        return installed;
    }

    /** Builds a wheel as the page of the package says, from a copy, because the tools write beside the sources. */
    private static Path wheel(PythonInterpreter python, String name) throws IOException {
        Path sources = folder.resolve(name);
        try (Stream<Path> all = Files.walk(SOURCES)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Path copy = sources.resolve(SOURCES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path wheels = Files.createDirectory(folder.resolve(name + "-wheels"));
        List<String> words = new ArrayList<>(List.of("-m", "pip", "wheel", "-q", "--no-index", "--no-deps"));
        words.addAll(List.of("--no-build-isolation", "-w", wheels.toString(), sources.toString()));
        python.succeed(folder, Map.of("SOURCE_DATE_EPOCH", "315532800"), words.toArray(String[]::new));
        try (Stream<Path> built = Files.list(wheels)) {
            List<Path> found = built.collect(Collectors.toList());
            assertEquals(1, found.size(), found::toString);
            return found.get(0);
        }
    }
}
