package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A command that runs, and what it has written so far. */
final class Running {

    /** After that a process counts as one that hangs: a hundred times what the longest takes, for a busy machine. */
    private static final long PATIENCE_SECONDS = 180;

    private static final long POLL_NANOS = 1_000_000;

    private final Process process;
    private final Path folder;
    private final Path err;
    private final Traces traces = new Traces();
    private final long start = System.nanoTime();
    private List<ProcessHandle> children = List.of();

    Running(Process process, Path folder, Path err) {
        this.process = process;
        this.folder = folder;
        this.err = err;
    }

    /** How a command ended. */
    record Ended(int code, List<String> errors, Traces traces, long nanos) {

        /** Whether it had to be ended, because it did not end. */
        boolean hung() {
            return code == HUNG;
        }
    }

    private static final int HUNG = -1;

    boolean isAlive() {
        return process.isAlive();
    }

    /** Names of files seen in its folder so far. */
    int seen() {
        traces.look(folder);
        return traces.count();
    }

    long nanos() {
        return System.nanoTime() - start;
    }

    /** Lets a moment pass. */
    static void pass(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    static void pass() {
        pass(POLL_NANOS);
    }

    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        kill.waitFor(); // fails if the process has just ended, which is no matter
    }

    /** Stops the process to look at its children, so that none comes between the look and what follows. */
    void hold() throws IOException, InterruptedException {
        signal("STOP");
        children = process.descendants().toList();
    }

    /** Waits for the end. */
    Ended end() throws IOException, InterruptedException {
        while (process.isAlive()
                && nanos() < Duration.ofSeconds(PATIENCE_SECONDS).toNanos()) {
            traces.look(folder);
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        long nanos = nanos();
        boolean hung = process.isAlive();
        if (hung) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        List<String> errors =
                Files.readString(err, StandardCharsets.UTF_8).lines().toList();
        return new Ended(hung ? HUNG : process.exitValue(), errors, traces, nanos);
    }

    /** One that has ended stays listed until its parent has asked how; its command is unknown then. */
    private static boolean isAtWork(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Commands of children that outlive the process, although they had time to notice; they are ended. */
    List<String> outliving() {
        long deadline =
                System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS / 10).toNanos();
        while (children.stream().anyMatch(Running::isAtWork) && System.nanoTime() < deadline) {
            pass();
        }
        List<ProcessHandle> left = children.stream().filter(Running::isAtWork).toList();
        List<String> commands = left.stream()
                .map(child -> child.info().commandLine().orElse("a child"))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        return commands;
    }
}
