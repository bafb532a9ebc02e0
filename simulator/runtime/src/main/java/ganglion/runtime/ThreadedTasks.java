package ganglion.runtime;

import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs tasks on several threads: the caller's own, and others that wait for the next tasks when they are done. All instances
 * share these threads, which end after a minute without work and never keep a program from ending.
 *
 * @param parallelism number of threads, the caller's included, at least 1
 */
public record ThreadedTasks(int parallelism) implements TaskRunner {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ganglion-task");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalArgumentException if there is no thread */
    public ThreadedTasks {
        if (parallelism < 1) {
            throw new IllegalArgumentException("expected at least 1 thread, found " + parallelism);
        }
    }

    /** No task starts after one has failed. */
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
        List<Future<?>> others = new ArrayList<>();
        for (int t = 1; t < Math.min(parallelism, tasks); t++) {
            others.add(THREADS.submit(worker));
        }
        worker.run();
        awaitAll(others);
        if (failure.get() instanceof Error error) {
            throw error;
        } else if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Waits to the end even if interrupted, since tasks write into the caller's arrays; keeps the interruption. */
    private static void awaitAll(List<Future<?>> others) {
        boolean interrupted = false;
        for (Future<?> other : others) {
            while (true) {
                try {
                    other.get();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a worker lets no failure of a task through", e);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
