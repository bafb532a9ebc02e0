package ganglion.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A Ganglion process of its own that writes all that it says to a file. Killed, if need be, when closed, with its children. Nothing waits
 * for ever for what it says or for its end.
 */
public final class GanglionProcess implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Process process;
    private final Path log;

    /** Up to where the log has been looked at. */
    private int seen;

    private GanglionProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The words that start the command line under test in a process of its own. */
    public static List<String> command(Object... words) {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                classes,
                Main.class.getName()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return command;
    }

    /** Writes the program {@code ganglion} into a folder, which GANGLION_HOME may name. */
    static void writeLauncher(Path folder) throws IOException {
        Path launcher = Files.writeString(
                folder.resolve("ganglion"),
                command().stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" ", "#!/bin/sh\nexec ", " \"$@\"\n")));
        assertTrue(launcher.toFile().setExecutable(true));
    }

    /** Starts a command that shows its progress, as at a terminal. */
    public static GanglionProcess start(Object... words) throws IOException {
        return start(Path.of(""), Files.createTempFile("ganglion-process", ".log"), List.of(), words);
    }

    /**
     * Starts a command that shows its progress, as at a terminal.
     *
     * @param folder in which it runs
     * @param log where it writes; deleted in the end
     * @param javaOptions options for Java
     */
    public static GanglionProcess start(Path folder, Path log, List<String> javaOptions, Object... words)
            throws IOException {
        List<String> command = command(words);
        command.add(1, "-Dganglion.terminal=err");
        command.addAll(1, javaOptions);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        return new GanglionProcess(builder.redirectOutput(log.toFile()).start(), log);
    }

    /** What it has said so far. */
    public String said() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until it has said some text after what has been awaited before. */
    public void awaitSaid(String text) {
        try {
            await().atMost(PATIENCE).until(() -> said().indexOf(text, seen) >= 0 || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("it does not say '" + text + "', but: " + said(), e);
        }
        int at = said().indexOf(text, seen);
        assertTrue(at >= 0, () -> "it ended without saying '" + text + "', but: " + said());
        seen = at + text.length();
    }

    /** The processes that it has started. */
    public Stream<ProcessHandle> children() {
        return process.children();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertEquals(0, kill.waitFor(), "kill -" + name + " failed");
    }

    /** Waits for the end of the process and of those that it has started; the exit code. */
    public int exitCode() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        try {
            await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("it does not end, or a process that it has started: " + said(), e);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
