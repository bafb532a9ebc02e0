package ganglion.runtime;

import ganglion.kernel.RunningNetwork;
import ganglion.kernel.schedule.Conductor;
import ganglion.kernel.schedule.Leave;
import java.util.Optional;

/** Takes a run from leave to leave under its control: what is the same wherever its hosts are. */
public final class Progress {

    private final RunningNetwork run;
    private final Conductor conductor;
    private final RunControl control;

    /** The completed ticks that the control has been told of. */
    private long completedTicks;

    private boolean ended;

    /** A run before its first leave, and its conductor. */
    public Progress(RunningNetwork run, Conductor conductor, RunControl control) {
        this.run = run;
        this.conductor = conductor;
        this.control = control;
        conductor.proceedTo(control.nextRest(conductor.completedTicks()));
    }

    /** What the hosts are to be told next; empty if there is nothing until one of them reports, or at the end. */
    public Optional<Leave> next() {
        control.advanced(conductor.completedTicks());
        if (control.stopRequested() || control.checkpointDue()) {
            conductor.stop();
        }
        Optional<Leave> leave = conductor.next();
        while (leave.isEmpty() && conductor.isAtRest() && goesOn()) {
            leave = conductor.next();
        }
        if (conductor.completedTicks() > completedTicks) {
            completedTicks = conductor.completedTicks();
            control.completed(run);
        }
        return leave;
    }

    /** Whether the run has come to its end, or was ended by the control. */
    public boolean hasEnded() {
        return ended;
    }

    /** All cores are at rest: at the end of the run, or because the control asked for it. Returns whether the run goes on. */
    private boolean goesOn() {
        control.completed(run);
        control.resting(run);
        if (control.checkpointDue()) {
            control.checkpoint(run.state());
        }
        ended = control.stopRequested() || conductor.isAtEnd();
        if (!ended) {
            conductor.proceedTo(control.nextRest(conductor.completedTicks()));
        }
        return !ended;
    }
}
