package ganglion.live.event;

import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveListener;
import ganglion.live.event.LiveEvent.LiveNotice;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Prints events in a thread of its own, so that a slow reader does not delay the session. What finds no room is left out, unless the session may wait; a line says how
 * much it was. A reader who reads nothing any more keeps nobody from leaving. For one thread that tells.
 */
public final class LinePrinter implements LiveListener, AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final long POLL_MILLISECONDS = 20;
    private static final long LONGEST_CLOSING_SECONDS = 2;

    private final Function<LiveEvent, Optional<String>> words;
    private final Consumer<String> out;
    private final boolean mayWait;
    private final BooleanSupplier interrupted;
    private final BlockingQueue<LiveEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closed;
    private volatile RuntimeException failure;
    private long leftOut;
    private long lastTick;

    /**
     * @param words the line of an event; empty if it has none
     * @param out prints a line
     * @param mayWait whether the session may wait for lines to be printed
     * @param interrupted whether someone outside wants the session to end: then it waits no more; asked often
     */
    public LinePrinter(
            Function<LiveEvent, Optional<String>> words,
            Consumer<String> out,
            boolean mayWait,
            BooleanSupplier interrupted) {
        this.words = words;
        this.out = out;
        this.mayWait = mayWait;
        this.interrupted = interrupted;
        this.thread = new Thread(this::print, "ganglion-lines");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if printing has failed
     */
    @Override
    public void happened(LiveEvent event) {
        if (event instanceof LiveFrame) {
            return;
        }
        lastTick = event.tick();
        try {
            if (leftOut > 0 && waiting.offer(ofLeftOut())) {
                leftOut = 0;
            }
            if (!isTaken(event)) {
                leftOut++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTaken(LiveEvent event) throws InterruptedException {
        boolean isTaken = false;
        do {
            if (failure != null) {
                throw new IllegalStateException("lines cannot be printed any more", failure);
            }
            isTaken = mayWait ? waiting.offer(event, POLL_MILLISECONDS, TimeUnit.MILLISECONDS) : waiting.offer(event);
        } while (!isTaken && mayWait && !interrupted.getAsBoolean());
        return isTaken;
    }

    private LiveNotice ofLeftOut() {
        return new LiveNotice(
                lastTick,
                LiveNotice.Kind.PROBLEM,
                leftOut + " events were left out here, because lines were read too slowly");
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
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Waits until all lines are printed, but not for ever: of a reader who reads nothing the rest is left out. */
    @Override
    public void close() {
        try {
            if (leftOut > 0) {
                waiting.offer(ofLeftOut(), POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            closed = true;
            thread.join(TimeUnit.SECONDS.toMillis(LONGEST_CLOSING_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
