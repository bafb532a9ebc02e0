package ganglion.scenario.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One worker process, seen from the suite. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {

    private static final int KILLED = 128;

    /** What Java writes before it ends a process that runs out of memory. */
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private final Process process;
    private final Writer requests;
    private final BufferedReader results;

    /** @throws IOException if the process cannot be started */
    WorkerProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        results = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs a case. If the process dies or takes too long, the result is an error, and the process has ended. */
    CaseResult run(SuiteCase test, Duration limit, Watchdog watchdog) {
        long start = System.nanoTime();
        AtomicBoolean late = new AtomicBoolean();
        boolean full = false;
        Runnable endOfWatch = watchdog.watch(limit, () -> {
            late.set(true);
            process.destroyForcibly();
        });
        try {
            requests.write(WorkerLoop.request(test) + "\n");
            requests.flush();
            String answer = results.readLine();
            full = answer != null && answer.startsWith(OUT_OF_MEMORY);
            if (answer != null && !full) {
                return WorkerLoop.result(answer);
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } finally {
            endOfWatch.run();
        }
        String message = end();
        if (late.get()) {
            message = "took longer than " + limit.toSeconds() + " s and was ended";
        } else if (full) {
            message = "ran out of memory; --memory gives more, and fewer --threads share it";
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        return CaseResult.error(test, Status.ABORTED, test.file() + ": " + message, seconds);
    }

    private String end() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "the process that ran it no longer answered";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        int code = process.exitValue();
        return code > KILLED
                ? "the process that ran it was killed (signal " + (code - KILLED) + ")"
                : "the process that ran it ended with code " + code;
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Ends the process: without further requests it terminates. */
    @Override
    public void close() {
        try {
            requests.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
