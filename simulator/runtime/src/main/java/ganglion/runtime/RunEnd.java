package ganglion.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The end of a run on actors, for the thread that waits for it: as planned, or by the first failure of any thread of the actors.
 * Akka takes a full heap for the end of the process, prints its stack, and may be out of memory itself before it has told anyone. So
 * the memory for telling it is set aside.
 */
final class RunEnd implements Thread.UncaughtExceptionHandler {

    private static final int RESERVE_BYTES = 1 << 20;

    private final CompletableFuture<Void> completion = new CompletableFuture<>();

    @SuppressWarnings("unused") // held, until it is given up
    private volatile byte[] reserve = new byte[RESERVE_BYTES];

    /** Takes over failures of the current thread, whose actor is about to work. */
    void guardThread() {
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    /** The run has come to its end. */
    void reach() {
        completion.complete(null);
    }

    /** The run has failed. Later failures count for nothing. */
    void fail(Throwable cause) {
        reserve = null;
        completion.completeExceptionally(cause);
    }

    /** Whether there is nothing left to do. */
    boolean isReached() {
        return completion.isDone();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        fail(failure);
    }

    /** Waits for the end, and throws the failure of the run if there was one. */
    void await() {
        try {
            completion.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
