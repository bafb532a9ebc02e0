package ganglion.scenario.suite;

import ganglion.documents.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The work of a worker process: one request per line of standard input, one result per line of standard output. */
public final class WorkerLoop {

    private WorkerLoop() {}

    /** What a worker is asked for: the parts of a case that it needs to read it again. */
    private record Request(String file, String name, List<String> tags) {}

    /**
     * Runs the requested cases, one after the other, until there are no more requests.
     *
     * @param abandoned run by another thread if there can be no more requests while a case is run: the process that asked for
     *     it has ended, and nobody waits for the result
     * @throws IOException if a line is no request
     */
    public static void serve(BufferedReader requests, PrintStream results, CaseRunner runner, Runnable abandoned)
            throws IOException {
        WorkerRequests reader = new WorkerRequests(requests, abandoned);
        for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
            results.println(
                    PlainText.json(ResultJson.of(runner.run(caseOf(line.get()))).toString()));
            results.flush();
        }
    }

    static String request(SuiteCase test) {
        return ResultJson.of(new Request(test.file().toString(), test.name(), test.tags()))
                .toString();
    }

    private static SuiteCase caseOf(String line) throws IOException {
        Request request = ResultJson.read(line, Request.class);
        return new SuiteCase(Path.of(request.file()), request.name(), request.tags());
    }

    /** @throws IOException if the line is no result, such as what a library prints */
    static CaseResult result(String line) throws IOException {
        return ResultJson.read(line, CaseResult.class);
    }

    /**
     * Reads the requests to a worker in a thread of its own, which also notices the end of the process that sends them while the
     * worker is at work.
     */
    static final class WorkerRequests {

        private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
        private final Runnable abandoned;
        private boolean working;
        private boolean ended;

        /** @param abandoned run if the requests end while one of them is worked on */
        WorkerRequests(BufferedReader requests, Runnable abandoned) {
            this.abandoned = abandoned;
            Thread thread = new Thread(() -> read(requests), "worker-requests");
            thread.setDaemon(true);
            thread.start();
        }

        private void read(BufferedReader requests) {
            try {
                for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                    lines.add(Optional.of(line));
                }
            } catch (IOException e) {
                // The pipe is gone, and with it the process that writes to it.
                end();
                return;
            }
            end();
        }

        private void end() {
            lines.add(Optional.empty());
            synchronized (this) {
                ended = true;
                if (!working) {
                    return;
                }
            }
            abandoned.run();
        }

        /** Waits for the next request; empty if there are no more. */
        Optional<String> next() {
            setWorking(false);
            try {
                Optional<String> line = lines.take();
                boolean nobodyWaits = line.isPresent() && setWorking(true);
                if (nobodyWaits) {
                    abandoned.run();
                }
                return line;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        /** Whether the requests have ended. */
        private synchronized boolean setWorking(boolean now) {
            working = now;
            return ended;
        }
    }
}
