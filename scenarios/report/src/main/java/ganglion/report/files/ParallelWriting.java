package ganglion.report.files;

import ganglion.runtime.ThreadedTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Pieces of writing that are done at the same time, on as many threads as there are processors. A piece may use what pieces give that
 * were added before it, and waits for them.
 */
public final class ParallelWriting {

    private final List<Runnable> pieces = new ArrayList<>();

    /**
     * Something to write.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Giving<T> {

        /** Writes it. */
        T write() throws IOException;
    }

    /** Something to write that gives nothing. */
    @FunctionalInterface
    public interface Piece {

        /** Writes it. */
        void write() throws IOException;
    }

    /** Adds a piece; what it gives can be had once it is written. */
    public <T> Supplier<T> give(Giving<T> piece) {
        CompletableFuture<T> given = new CompletableFuture<>();
        pieces.add(() -> {
            try {
                given.complete(piece.write());
            } catch (IOException e) {
                given.completeExceptionally(e);
                throw new UncheckedIOException(e);
            } catch (RuntimeException | Error e) {
                given.completeExceptionally(e);
                throw e;
            }
        });
        return given::join;
    }

    /** Adds a piece that gives nothing. */
    public void add(Piece piece) {
        give(() -> {
            piece.write();
            return null;
        });
    }

    /**
     * Writes all pieces.
     *
     * @throws IOException what one of them threw; not all are written then
     */
    public void run() throws IOException {
        try {
            new ThreadedTasks(Runtime.getRuntime().availableProcessors())
                    .run(pieces.size(), i -> pieces.get(i).run());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
