package ganglion.cli.terminal;

import ganglion.documents.output.MoveGate;
import ganglion.documents.output.PlaceClaim;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Turns a first Ctrl-C, SIGTERM or SIGHUP into a request to stop and write what is complete; a second one ends the process. Until {@link
 * #listen}, the first one does, but never amid moves of results that belong together.
 *
 * <p>A signal makes the virtual machine run its shutdown hooks and then end with 128 plus the signal's number. All other
 * threads go on meanwhile, so the hook here holds that end up until the main thread has written what there is. The virtual
 * machine does not report a second signal, but starts a thread for each, named after it, which the hook counts.
 */
public final class StopSignal {

    private static final Pattern SIGNAL_THREAD = Pattern.compile("SIG[A-Z0-9]+ handler");
    private static final int POLL_MILLISECONDS = 50;

    private final Console console;
    private final CountDownLatch written = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean listening;
    private boolean installed;

    /** @param console to print on */
    public StopSignal(Console console) {
        this.console = console;
    }

    /** From now on signals are taken as wishes. Called by the thread that works. */
    public void listen() {
        listening = true;
        install();
    }

    /** From now on the process ends between moves only. Called by the thread that works. */
    public void install() {
        if (installed) {
            return;
        }
        installed = true;
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::holdUp, "ganglion-stop"));
        } catch (IllegalStateException e) {
            requested = true; // the process is ending already
        }
    }

    /**
     * From now on, until {@link #listen}, a signal ends the process between moves, as nothing is worked on. Called by the thread that works.
     *
     * @return false if there was a signal, whose end of the process waits for {@link #allWritten}
     */
    public synchronized boolean rest() {
        listening = false;
        return !requested;
    }

    /** Whether there was a signal. */
    public boolean requested() {
        return requested;
    }

    /** Everything is written, and the process may end. */
    public void allWritten() {
        written.countDown();
    }

    private void holdUp() {
        if (written.getCount() == 0 || signals() == 0) {
            return;
        }
        if (!taken()) {
            MoveGate.closeForGood();
            return;
        }
        console.errorLine("ganglion: stopping; what is complete will be written (signal again to end at once)");
        try {
            while (!written.await(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (signals() > 1) {
                    PlaceClaim.clearAtEnd();
                    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a signal as a wish, if signals are. */
    private synchronized boolean taken() {
        requested = requested || listening;
        return listening;
    }

    /** Number of signals that wait for the end of the process. */
    private static long signals() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[2 * root.activeCount()];
        root.enumerate(threads);
        return Arrays.stream(threads)
                .filter(Objects::nonNull)
                .filter(thread -> SIGNAL_THREAD.matcher(thread.getName()).matches())
                .count();
    }
}
