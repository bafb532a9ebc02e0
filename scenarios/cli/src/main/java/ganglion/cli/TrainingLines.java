package ganglion.cli;

import ganglion.scenario.experiment.run.TrainingProgress;

/** A line for each epoch on standard output, and progress within it on standard error. */
final class TrainingLines implements TrainingProgress, AutoCloseable {

    private final Console console;
    private final ProgressLine line;
    private final boolean quiet;

    TrainingLines(Console console, StopSignal stop, String task, boolean quiet) {
        this.console = console;
        this.line = new ProgressLine(console, stop, task);
        this.quiet = quiet;
    }

    @Override
    public void advanced(String phase, double fraction) {
        line.advanced(phase, fraction);
    }

    @Override
    public void epochDone(String text) {
        if (!quiet) {
            console.out().println(text);
            console.out().flush();
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
