package ganglion.scenario.suite;

import ganglion.runtime.ThreadedTasks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs cases in several worker processes, each of which takes the next case as soon as it is done with one. A worker that
 * dies fails only the case that it ran, and is replaced.
 */
public final class WorkerPool {

    private final List<String> command;
    private final int workers;
    private final Duration limit;
    private final Consumer<CaseResult> listener;
    private final Set<WorkerProcess> running = ConcurrentHashMap.newKeySet();

    /**
     * @param command command line of a worker, which runs {@link WorkerLoop#serve}
     * @param workers most workers at the same time, at least 1
     * @param limit most time for a case
     * @param listener receives each result as it arrives, from one thread at a time
     */
    public WorkerPool(List<String> command, int workers, Duration limit, Consumer<CaseResult> listener) {
        this.command = List.copyOf(command);
        this.workers = workers;
        this.limit = limit;
        this.listener = listener;
    }

    /**
     * Runs all cases.
     *
     * @return their results, in the same order
     */
    public List<CaseResult> run(List<SuiteCase> cases) {
        CaseResult[] results = new CaseResult[cases.size()];
        AtomicInteger next = new AtomicInteger();
        Thread cleaner = new Thread(() -> running.forEach(WorkerProcess::kill), "workers-end-with-us");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            new ThreadedTasks(workers).run(Math.min(workers, cases.size()), worker -> work(cases, next, results));
        } finally {
            running.forEach(WorkerProcess::kill);
            removeHook(cleaner);
        }
        return List.of(results);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending, and the hook runs
        }
    }

    private void work(List<SuiteCase> cases, AtomicInteger next, CaseResult[] results) {
        WorkerProcess worker = null;
        for (int i = next.getAndIncrement(); i < cases.size(); i = next.getAndIncrement()) {
            try {
                if (worker == null || !worker.isAlive()) {
                    worker = started();
                }
                results[i] = worker.run(cases.get(i), limit);
            } catch (IOException e) {
                String message = cases.get(i).file() + ": no process could be started to run it: " + reason(e);
                results[i] = CaseResult.error(cases.get(i), Status.ABORTED, message, 0);
            }
            if (worker != null && results[i].status() == Status.ABORTED) {
                worker.kill(); // its state is unknown, so that the next case starts in another process
                running.remove(worker);
                worker = null;
            }
            tell(results[i]);
        }
        if (worker != null) {
            worker.close();
            running.remove(worker);
        }
    }

    /** The words of the system, without those of Java around them: {@code Cannot run program "java": error=24, Too many open files}. */
    private static String reason(IOException failure) {
        return String.valueOf(failure.getMessage()).replaceFirst("^Cannot run program .*: (?:error=\\d+, )?", "");
    }

    private WorkerProcess started() throws IOException {
        WorkerProcess worker = new WorkerProcess(command);
        running.add(worker);
        return worker;
    }

    private synchronized void tell(CaseResult result) {
        listener.accept(result);
    }

    /** One worker process, seen from the suite. Not thread-safe. */
    private static final class WorkerProcess implements AutoCloseable {

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
        CaseResult run(SuiteCase test, Duration limit) {
            long start = System.nanoTime();
            boolean full = false;
            CompletableFuture<Boolean> late =
                    new CompletableFuture<Boolean>().completeOnTimeout(true, limit.toMillis(), TimeUnit.MILLISECONDS);
            late.thenAccept(isLate -> {
                if (isLate) {
                    process.destroyForcibly();
                }
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
                late.complete(false);
            }
            String message = end();
            if (late.join()) {
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
}
