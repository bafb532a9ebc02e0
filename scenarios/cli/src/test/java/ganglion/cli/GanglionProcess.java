package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Ganglion process of its own that is watched through its standard error. Killed, if need be, when closed. Nothing waits for ever for
 * what it says or for its end.
 */
public final class GanglionProcess implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Thread reader;

    /** What it has said; its lock guards all below. */
    private final StringBuilder said = new StringBuilder();

    /** Up to where that has been looked at. */
    private int seen;

    private boolean silentForGood;

    private GanglionProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "reader-of-" + process.pid());
        reader.setDaemon(true);
        reader.start();
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

    /** Starts a command that shows its progress, as at a terminal. Standard output is thrown away. */
    public static GanglionProcess start(Object... words) throws IOException {
        List<String> command = command(words);
        command.add(1, "-Dganglion.terminal=err");
        ProcessBuilder builder = new ProcessBuilder(command);
        return new GanglionProcess(
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    private void read() {
        char[] buffer = new char[1024];
        try (Reader err = new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)) {
            for (int count = err.read(buffer); count >= 0; count = err.read(buffer)) {
                synchronized (said) {
                    said.append(buffer, 0, count);
                    said.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (said) {
                silentForGood = true;
                said.notifyAll();
            }
        }
    }

    /** Waits until standard error holds some text after what has been awaited before. */
    public void awaitError(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (said) {
            int at = said.indexOf(text, seen);
            for (long left = end - System.nanoTime();
                    at < 0 && !silentForGood && left > 0;
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(said, left);
                at = said.indexOf(text, seen);
            }
            boolean found = at >= 0;
            assertTrue(
                    found,
                    () -> (silentForGood
                                    ? "the process has ended"
                                    : "the process has run for " + PATIENCE_SECONDS + " s")
                            + " without saying '" + text + "', but: " + said.substring(seen));
            seen = at + text.length();
        }
    }

    /** The processes that it has started. */
    public Stream<ProcessHandle> children() {
        return process.children();
    }

    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertTrue(kill.waitFor() == 0, "kill -" + name + " failed");
    }

    /** Waits for the end of the process and of those that it has started; the exit code. */
    public int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the process does not end");
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        synchronized (said) {
            assertTrue(silentForGood, "a process that it has started does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
