package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conformance kit: its own tests, and the program under test as one of its tools. */
@Tag("slow")
final class ConformanceKitTest {

    private static final Path KIT = ProjectRoot.find().resolve("conformance");

    @TempDir
    private Path folder;

    private PythonInterpreter python;

    @BeforeEach
    void find() {
        Optional<PythonInterpreter> found = PythonInterpreter.with("numpy", "h5py");
        assumeTrue(found.isPresent(), "there is no python3 with numpy and h5py (Debian: python3-numpy python3-h5py)");
        python = found.get();
    }

    @Test
    void itsTestsPass() throws IOException {
        String said = python.succeed(KIT, Map.of(), "-B", "-m", "unittest", "discover", "-s", "tests");

        assertTrue(said.contains("OK"), said);
    }

    /** Of the cases that it does not pass, an import must say why. */
    @Test
    void ganglionAgreesOrSaysThatItCannot() throws IOException {
        GanglionProcess.writeLauncher(folder);
        String report = folder.resolve("report").toString();

        String said = python.succeed(
                KIT, Map.of("GANGLION_HOME", folder.toString()), "-B", "run", "ganglion", "--out", report);

        assertTrue(said.matches("(?s)Ganglion: \\d+ agrees, 4 unsupported; discretisation euler, .*"), said);
    }
}
