package ganglion.cli.terminal;

import ganglion.documents.PlainText;
import ganglion.scenario.result.RunProgress;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress on standard error: only if that is a terminal, only after a second of work, and erased
 * when it is done.
 */
public final class ProgressLine implements RunProgress, AutoCloseable {

    private static final long PATIENCE_NANOSECONDS = 1_000_000_000L;
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
        if (!console.errTerminal() || nanoseconds.getAsLong() - start < PATIENCE_NANOSECONDS) {
            return;
        }
        if (bar == null) {
            bar = draw();
        }
        if (!nextPhase.equals(phase)) {
            phase = nextPhase;
            bar.reset();
            detail = "";
            bar.setExtraMessage(" " + PlainText.line(phase));
        }
        bar.stepTo(Math.round(fraction * STEPS));
    }

    @Override
    public void detail(String words) {
        if (bar != null && !words.equals(detail)) {
            detail = words;
            bar.setExtraMessage(" " + PlainText.line(words));
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
        wiped = new Wiped(console.err());
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

        private boolean closed;

        Wiped(PrintStream err) {
            super(err, WIDTH);
        }

        @Override
        public synchronized void accept(String line) {
            if (!closed) {
                super.accept(line);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            clear();
        }
    }
}
