package ganglion.scenario.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Reads the requests to a worker in a thread of its own, which also notices the end of the process that sends them while the
 * worker is at work.
 */
final class WorkerRequests {

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
