package ganglion.cli.terminal;

import ganglion.documents.PlainText;
import ganglion.scenario.result.RunProgress;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress for the listener of the console, and on standard error: there only if that is a terminal, only after most of a second of work, and erased when it is done. From
 * then on it is drawn again and again, with the time that has passed, even while the work reports nothing.
 */
public final class ProgressLine implements RunProgress, AutoCloseable {

    private static final long PATIENCE_NANOSECONDS = 600_000_000L;
    private static final int STEPS = 1000;
    private static final int WIDTH = 79;
    private static final int REDRAW_MILLISECONDS = 200;

    private final Console console;
    private final StopSignal stop;
    private final String task;
    private final LongSupplier nanoseconds;
    private final long start;
    private ProgressBar bar;
    private Wiped wiped;
    private String phase = "";
    private String detail = "";

    /** Progress of work that no signal ends early. */
    public ProgressLine(Console console, String task) {
        this(console, new StopSignal(console), task);
    }

    /** @param stop says when the work is to end early */
    public ProgressLine(Console console, StopSignal stop, String task) {
        this(console, stop, task, System::nanoTime);
    }

    /** @param nanoseconds a clock that only runs forwards */
    public ProgressLine(Console console, StopSignal stop, String task, LongSupplier nanoseconds) {
        this.console = console;
        this.stop = stop;
        this.task = task;
        this.nanoseconds = nanoseconds;
        this.start = nanoseconds.getAsLong();
    }

    @Override
    public void advanced(String nextPhase, double fraction) {
        console.progress().advanced(task, nextPhase, fraction);
        if (!console.errTerminal()) {
            return;
        }
        if (bar == null) {
            bar = draw();
        }
        long step = Math.round(fraction * STEPS);
        boolean nextPhaseBegins = !nextPhase.equals(phase);
        if (nextPhaseBegins) {
            phase = nextPhase;
            detail = "";
            bar.setExtraMessage(" " + PlainText.line(phase));
        }
        bar.stepTo(step);
        if (nextPhaseBegins) {
            bar.refresh(); // the time between two drawings may be all that a phase takes
        }
    }

    @Override
    public void detail(String words) {
        if (bar != null && !words.equals(detail)) {
            detail = words;
            bar.setExtraMessage(" " + PlainText.line(words));
        }
    }

    /** Wipes the line away while something else is printed, which may go to the same terminal. */
    public void aside(Runnable printing) {
        if (bar == null) {
            printing.run();
        } else {
            wiped.aside(printing);
        }
    }

    @Override
    public void notice(String message) {
        console.errorLine("ganglion: " + message);
    }

    @Override
    public boolean stopRequested() {
        return stop.requested();
    }

    private ProgressBar draw() {
        wiped = new Wiped(console.err(), () -> nanoseconds.getAsLong() - start >= PATIENCE_NANOSECONDS);
        return new ProgressBarBuilder()
                .setTaskName(PlainText.line(task))
                .setInitialMax(STEPS)
                .setUnit(" %", STEPS / 100)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
                .setConsumer(wiped)
                .clearDisplayOnFinish()
                .hideEta()
                // or nothing would be drawn of a phase that has come less far than the one before
                .continuousUpdate()
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            wiped.clear(); // which a bar that has drawn nothing but its first frame leaves undone
        }
    }

    /** Leaves no empty line behind, as the library's own does, and lets its drawing thread add nothing after the end. */
    private static final class Wiped extends ConsoleProgressBarConsumer {

        private final BooleanSupplier due;
        private boolean drawn;
        private boolean closed;

        Wiped(PrintStream err, BooleanSupplier due) {
            super(err, WIDTH);
            this.due = due;
        }

        @Override
        public synchronized void accept(String line) {
            if (!closed && due.getAsBoolean()) {
                drawn = true;
                super.accept(line);
            }
        }

        synchronized void aside(Runnable printing) {
            clear();
            printing.run();
        }

        @Override
        public synchronized void clear() {
            if (drawn) {
                super.clear();
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            clear();
        }
    }
}
