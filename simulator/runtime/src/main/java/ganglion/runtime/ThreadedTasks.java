package ganglion.runtime;

import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs tasks on threads that live as long as the tasks do: for building networks, which happens rarely and takes long enough to pay for the threads.
 *
 * @param parallelism number of threads, at least 1
 */
public record ThreadedTasks(int parallelism) implements TaskRunner {

    /** @throws IllegalArgumentException if there is no thread */
    public ThreadedTasks {
        if (parallelism < 1) {
            throw new IllegalArgumentException("expected at least 1 thread, found " + parallelism);
        }
    }

    @Override
    public void run(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException | Error cause) {
                    failure.compareAndSet(null, cause);
                }
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int t = 1; t < Math.min(parallelism, tasks); t++) {
            Thread thread = new Thread(worker, "ganglion-build-" + t);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        worker.run();
        joinAll(threads);
        if (failure.get() instanceof Error error) {
            throw error;
        } else if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Waits to the end even if interrupted, since tasks write into the caller's arrays; keeps the interruption. */
    private static void joinAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
