package ganglion.scenario.run;

import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;
import ganglion.runtime.RunControl;
import ganglion.scenario.record.Recorder;
import ganglion.scenario.result.RunProgress;
import java.io.IOException;
import java.util.Optional;

/** Connects the engine with progress, recordings and checkpoints of a run. Called by one thread of the engine at a time. */
final class SimulationControl implements RunControl {

    private static final double NANOSECONDS = 1e9;

    private final TickProgress listener;
    private final RunProgress progress;
    private final Optional<CheckpointFile> file;
    private final Optional<Recorder> recorder;
    private final double everySeconds;
    private long lastNanos = System.nanoTime();
    private boolean savedAtStop;

    SimulationControl(
            TickProgress listener,
            RunProgress progress,
            Optional<CheckpointFile> file,
            double everySeconds,
            Optional<Recorder> recorder) {
        this.listener = listener;
        this.progress = progress;
        this.file = file;
        this.everySeconds = everySeconds;
        this.recorder = recorder;
    }

    @Override
    public void advanced(long tick) {
        listener.advanced(tick);
    }

    @Override
    public long nextRest(long tick) {
        return recorder.map(it -> it.nextRest(tick)).orElse(Long.MAX_VALUE);
    }

    @Override
    public void resting(RunningNetwork run) {
        recorder.ifPresent(it -> it.resting(run));
    }

    @Override
    public void completed(RunningNetwork run) {
        recorder.ifPresent(it -> it.completed(run));
    }

    @Override
    public boolean stopRequested() {
        return progress.stopRequested();
    }

    @Override
    public boolean checkpointDue() {
        if (file.isEmpty()) {
            return false;
        }
        return stopRequested() ? !savedAtStop : (System.nanoTime() - lastNanos) / NANOSECONDS >= everySeconds;
    }

    /** A full disk must not end a run that can finish without checkpoints. */
    @Override
    public void checkpoint(RunState state) {
        savedAtStop = stopRequested();
        recorder.ifPresent(it -> it.saving(state.tick()));
        try {
            file.orElseThrow().write(state);
        } catch (IOException e) {
            progress.notice("no checkpoint could be written (" + e.getMessage() + "); the run goes on");
        }
        lastNanos = System.nanoTime();
    }
}
