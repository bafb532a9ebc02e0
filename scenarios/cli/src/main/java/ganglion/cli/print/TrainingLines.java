package ganglion.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.StopSignal;
import ganglion.documents.ReadFault;
import ganglion.report.training.TensorBoardEvents;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A line for each epoch on standard output, and progress within it on standard error. */
public final class TrainingLines implements TrainingProgress, AutoCloseable {

    private final Console console;
    private final StopSignal stop;
    private final String task;
    private final boolean quiet;
    private ProgressLine line;
    private String phase = "";
    private Optional<TensorBoardEvents> events;
    private String run = "";

    /**
     * Lines of a training.
     *
     * @param quiet whether to print no lines
     * @param events where the figures of epochs go as well, if anywhere
     */
    public TrainingLines(
            Console console, StopSignal stop, String task, boolean quiet, Optional<TensorBoardEvents> events) {
        this.events = events;
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
    public void seedStarted(long seed, boolean finishedBefore) {
        begin("seed-" + seed);
        line.close();
        if (!quiet) {
            console.out().println("seed " + seed + (finishedBefore ? ": done before" : ""));
        }
        line = new ProgressLine(console, stop, task);
    }

    @Override
    public void foldStarted(int number, int of) {
        begin("part-" + number);
        line.close();
        if (!quiet) {
            console.out().println("part " + number + " of " + of);
        }
        line = new ProgressLine(console, stop, task);
    }

    /** A training does not end because its events cannot be written. */
    @Override
    public void epochFigures(JsonNode epoch) {
        if (events.isEmpty()) {
            return;
        }
        try {
            events.get().write(run, Instant.now(), epoch);
        } catch (IOException e) {
            events = Optional.empty();
            line.aside(() -> console.errorLine("ganglion: events for TensorBoard cannot be written ("
                    + ReadFault.reason(e) + "); the training goes on without them"));
        }
    }

    private void begin(String name) {
        run = name;
        closeEvents();
    }

    private void closeEvents() {
        try {
            if (events.isPresent()) {
                events.get().close();
            }
        } catch (IOException e) {
            events = Optional.empty();
        }
    }

    @Override
    public void warned(String text) {
        epochDone("warning: " + text);
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
        closeEvents();
        line.close();
    }
}
