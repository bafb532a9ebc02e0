package ganglion.live.text;

import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveFrame;
import ganglion.live.event.LiveListener;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Prints events in a thread of its own, so that a slow reader does not delay the session. What finds no room is left out, unless the session may wait.
 */
public final class LinePrinter implements LiveListener, AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final long POLL_MILLISECONDS = 20;

    private final Function<LiveEvent, Optional<String>> words;
    private final Consumer<String> out;
    private final boolean mayWait;
    private final BlockingQueue<LiveEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param words the line of an event; empty if it has none
     * @param out prints a line
     * @param mayWait whether the session may wait for lines to be printed
     */
    public LinePrinter(Function<LiveEvent, Optional<String>> words, Consumer<String> out, boolean mayWait) {
        this.words = words;
        this.out = out;
        this.mayWait = mayWait;
        this.thread = new Thread(this::print, "ganglion-lines");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void happened(LiveEvent event) {
        if (event instanceof LiveFrame) {
            return;
        }
        try {
            if (mayWait) {
                waiting.put(event);
            } else {
                waiting.offer(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print() {
        try {
            while (!closed || !waiting.isEmpty()) {
                LiveEvent event = waiting.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (event != null) {
                    words.apply(event).ifPresent(out);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all lines are printed. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
