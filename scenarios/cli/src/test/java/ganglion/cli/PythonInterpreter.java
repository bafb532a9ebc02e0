package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Python of this machine. */
record PythonInterpreter(String program) {

    private static final long PATIENCE_SECONDS = 300;

    /** The one on the path, or that of the system, which has the packages of the system. */
    private static final List<String> PROGRAMS = List.of("python3", "/usr/bin/python3");

    /** The first that can import the modules, and is 3.9 or newer. */
    static Optional<PythonInterpreter> with(String... modules) {
        String script = "import sys, " + String.join(", ", modules) + "; sys.exit(sys.version_info < (3, 9))";
        return PROGRAMS.stream()
                .map(PythonInterpreter::new)
                .filter(python -> python.works(script))
                .findFirst();
    }

    private boolean works(String script) {
        try {
            return run(Path.of("."), Map.of(), "-c", script).code() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /** Runs it with these words in the folder; it must succeed. Gives what it said. */
    String succeed(Path folder, Map<String, String> environment, String... words) throws IOException {
        Outcome outcome = run(folder, environment, words);
        assertEquals(0, outcome.code(), () -> String.join(" ", words) + "\n" + outcome.said());
        return outcome.said();
    }

    private record Outcome(int code, String said) {}

    private Outcome run(Path folder, Map<String, String> environment, String... words) throws IOException {
        Path log = Files.createTempFile("python", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(program)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.command().addAll(Arrays.asList(words));
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            assertTrue(ended, "python3 does not end");
            return new Outcome(process.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(log);
        }
    }
}
