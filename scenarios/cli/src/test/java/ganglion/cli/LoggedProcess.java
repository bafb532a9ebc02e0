package ganglion.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A Ganglion process of its own that writes all that it says to a file. Killed, if need be, when closed, with its children. */
public final class LoggedProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Process process;
    private final Path log;

    private LoggedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a command that shows its progress, as at a terminal.
     *
     * @param log where it writes
     * @param before words before the command, such as a launcher; may be empty
     * @param javaOptions options for Java
     */
    public static LoggedProcess start(Path log, List<String> before, List<String> javaOptions, Object... words)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        List<String> java = GanglionProcess.command(words);
        command.add(java.get(0));
        command.add("-Dganglion.terminal=err");
        command.addAll(javaOptions);
        command.addAll(java.subList(1, java.size()));
        return new LoggedProcess(
                new ProcessBuilder(command)
                        .directory(log.getParent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** What it has said so far. */
    public String said() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // it is in the middle of a character
        }
    }

    /** All lines that are for users: what begins with the name of the program, wherever a frame of progress has ended. */
    public List<String> lines() {
        return Stream.of(said().split("[\r\n]"))
                .filter(line -> line.contains("ganglion: "))
                .map(line -> line.substring(line.indexOf("ganglion: ")))
                .toList();
    }

    public void awaitSaid(String text) {
        try {
            await().atMost(PATIENCE).until(() -> said().contains(text) || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("it does not say '" + text + "', but: " + said(), e);
        }
        if (!said().contains(text)) {
            throw new AssertionError("it ended without saying '" + text + "', but: " + said());
        }
    }

    public Stream<ProcessHandle> children() {
        return process.children();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for the end; the exit code. */
    public int exitCode() {
        try {
            await().atMost(PATIENCE).until(() -> !process.isAlive());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("it does not end: " + said(), e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
