package ganglion.runtime;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.schedule.Assignment;
import ganglion.kernel.schedule.Conductor;
import java.util.List;

/** Takes a run from round to round under its control: what is the same whether actors run the windows or one thread does. */
final class Rounds {

    private final PartitionedNetwork run;
    private final Conductor conductor;
    private final RunControl control;

    /** The completed ticks that the control has been told of. */
    private long completedTicks;

    /** A run before its first round. */
    Rounds(PartitionedNetwork run, RunControl control) {
        this.run = run;
        this.conductor = run.conductor();
        this.control = control;
        conductor.proceedTo(control.nextRest(conductor.completedTicks()));
    }

    /** The windows to run next, once those of the round before are completed; empty at the end. */
    List<Assignment> next() {
        control.advanced(conductor.completedTicks());
        if (control.stopRequested() || control.checkpointDue()) {
            conductor.stop();
        }
        List<Assignment> round = conductor.nextRound();
        while (round.isEmpty() && goesOn()) {
            round = conductor.nextRound();
        }
        if (conductor.completedTicks() > completedTicks) {
            completedTicks = conductor.completedTicks();
            control.completed(run);
        }
        return round;
    }

    /** All cores are at rest: at the end of the run, or because the control asked for it. Returns whether the run goes on. */
    private boolean goesOn() {
        control.completed(run);
        control.resting(run);
        if (control.checkpointDue()) {
            control.checkpoint(run.state());
        }
        if (control.stopRequested() || conductor.isAtEnd()) {
            return false;
        }
        conductor.proceedTo(control.nextRest(conductor.completedTicks()));
        return true;
    }
}
