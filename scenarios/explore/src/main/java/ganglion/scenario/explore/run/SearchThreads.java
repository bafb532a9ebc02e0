package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Threads that do pieces of work of a search, and give what came of them in the order of the pieces. */
final class SearchThreads implements AutoCloseable {

    private static final int PULSE_MILLISECONDS = 200;

    private final ExecutorService threads;

    /** @param workers number of threads, at least 1 */
    SearchThreads(int workers) {
        this.threads = Executors.newFixedThreadPool(workers);
    }

    /**
     * Does all pieces.
     *
     * @param pulse runs in this thread from time to time, with the number of pieces that are done
     * @throws InputException if a piece refuses
     * @throws OutputException if a piece cannot write
     */
    <T> List<T> all(List<Callable<T>> pieces, IntConsumer pulse) throws InputException, OutputException {
        List<Future<T>> futures = pieces.stream().map(threads::submit).toList();
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(await(future, futures, pulse));
            }
            return results;
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    private static <T> T await(Future<T> future, List<Future<T>> all, IntConsumer pulse)
            throws InputException, OutputException {
        while (true) {
            try {
                T result = future.get(PULSE_MILLISECONDS, TimeUnit.MILLISECONDS);
                pulse.accept((int) all.stream().filter(Future::isDone).count());
                return result;
            } catch (TimeoutException e) {
                pulse.accept((int) all.stream().filter(Future::isDone).count());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while networks are trained", e);
            } catch (ExecutionException e) {
                throw unwrapped(e.getCause());
            }
        }
    }

    private static RuntimeException unwrapped(Throwable cause) throws InputException, OutputException {
        if (cause instanceof InputException refusal) {
            throw refusal;
        }
        if (cause instanceof OutputException failure) {
            throw failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
    }

    /** Waits for what is being done: a training looks after each epoch whether it is to stop. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
