package ganglion.cli.print;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.StopSignal;
import ganglion.scenario.experiment.outcome.TrainingProgress;

/** A line for each epoch on standard output, and progress within it on standard error. */
public final class TrainingLines implements TrainingProgress, AutoCloseable {

    private final Console console;
    private final StopSignal stop;
    private final String task;
    private final boolean quiet;
    private ProgressLine line;
    private String phase = "";

    /**
     * Lines of a training.
     *
     * @param quiet whether to print no lines
     */
    public TrainingLines(Console console, StopSignal stop, String task, boolean quiet) {
        this.console = console;
        this.stop = stop;
        this.task = task;
        this.line = new ProgressLine(console, stop, task);
        this.quiet = quiet;
    }

    @Override
    public void advanced(String phase, double fraction) {
        this.phase = phase;
        line.advanced(phase, fraction);
    }

    @Override
    public void detail(String words) {
        line.detail(phase + ", " + words);
    }

    @Override
    public void seedStarted(long seed) {
        line.close();
        if (!quiet) {
            console.out().println("seed " + seed);
        }
        line = new ProgressLine(console, stop, task);
    }

    @Override
    public void epochDone(String text) {
        if (!quiet) {
            line.aside(() -> {
                console.out().println(text);
                console.out().flush();
            });
        }
    }

    @Override
    public boolean stopRequested() {
        return line.stopRequested();
    }

    @Override
    public void close() {
        line.close();
    }
}
