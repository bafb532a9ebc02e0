package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Ganglion process of its own that is watched through its standard error. Killed, if need be, when closed. */
public final class GanglionProcess implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader err;

    private GanglionProcess(Process process) {
        this.process = process;
        this.err = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    }

    /** The words that start the command line under test in a process of its own. */
    public static List<String> command(Object... words) {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                JAVA, "-Xshare:auto", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", classes, Main.class.getName()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return command;
    }

    /** Starts a command that shows its progress, as at a terminal. Standard output is thrown away. */
    static GanglionProcess start(Object... words) throws IOException {
        List<String> command = command(words);
        command.add(1, "-Dganglion.terminal=err");
        ProcessBuilder builder = new ProcessBuilder(command);
        return new GanglionProcess(
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Reads standard error up to some text. */
    void awaitError(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < text.length() || read.indexOf(text, read.length() - text.length()) < 0) {
            int next = err.read();
            assertTrue(next >= 0, () -> "the process ended without saying '" + text + "', but: " + read);
            read.append((char) next);
        }
    }

    /** Reads what standard error holds so far, which must not fill the pipe. */
    void skipError() throws IOException {
        while (err.ready() && err.read() >= 0) {
            continue;
        }
    }

    /** The processes that it has started. */
    Stream<ProcessHandle> children() {
        return process.children();
    }

    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertTrue(kill.waitFor() == 0, "kill -" + name + " failed");
    }

    /** Waits for the end; the exit code. */
    int exitCode() throws IOException, InterruptedException {
        while (err.read() >= 0) {
            // whatever is left is not looked at, but must not fill the pipe
            continue;
        }
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the process does not end");
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
