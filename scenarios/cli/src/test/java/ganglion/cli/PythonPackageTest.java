package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganglion.cli.architecture.ProjectRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of the Python package, with the program under test as its launcher. */
final class PythonPackageTest {

    private static final long PATIENCE_SECONDS = 300;

    private static final Pattern SOME_RAN = Pattern.compile("^Ran [1-9][0-9]* tests? in ", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void itsTestsPass() throws IOException, InterruptedException {
        assumeTrue(
                works("-c", "import sys; sys.exit(sys.version_info < (3, 9))"), "there is no python3 of 3.9 or newer");
        assumeTrue(works("-c", "import numpy"), "python3 has no numpy (Debian: python3-numpy)");
        Path launcher = Files.writeString(
                folder.resolve("ganglion"),
                GanglionProcess.command().stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" ", "#!/bin/sh\nexec ", " \"$@\"\n")));
        assertTrue(launcher.toFile().setExecutable(true));

        Outcome tests = python("-B", "-m", "unittest", "discover", "-t", ".", "-s", "tests");

        assertEquals(0, tests.code(), tests::said);
        // Python before 3.12 is content with no tests at all.
        assertTrue(SOME_RAN.matcher(tests.said()).find(), tests::said);
    }

    private record Outcome(int code, String said) {}

    private boolean works(String... words) throws InterruptedException {
        try {
            return python(words).code() == 0;
        } catch (IOException e) {
            return false; // there is no python3
        }
    }

    private Outcome python(String... words) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "python", ".log");
        ProcessBuilder builder = new ProcessBuilder("python3")
                .directory(ProjectRoot.find().resolve("python").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.command().addAll(List.of(words));
        builder.environment().putAll(Map.of("GANGLION_HOME", folder.toString()));
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertTrue(ended, "python3 does not end");
        return new Outcome(process.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
    }
}
