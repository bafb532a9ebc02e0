package ganglion.hardware.text;

import ganglion.hardware.chip.AsynchronousEvents;
import ganglion.hardware.chip.BarrierTicks;
import ganglion.hardware.chip.DeadlineTicks;
import ganglion.hardware.chip.RealTimeTicks;
import ganglion.hardware.chip.SerialTicks;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimingForm;
import java.util.Optional;

/** A time model as a sentence for a report. */
public final class TimeWords {

    private TimeWords() {}

    /** The sentence; nothing if there is nothing to say. */
    public static Optional<String> of(TimeModel model, Optional<TimingForm> form) {
        if (model instanceof BarrierTicks ticks) {
            return Optional.of(barrier(form.orElse(ticks.form())) + (ticks.stepped() ? STEPPED : LINEAR));
        }
        if (model instanceof RealTimeTicks) {
            return Optional.of("The chip's tick is the scenario's: a result is there when its tick is over.");
        }
        if (model instanceof DeadlineTicks) {
            return Optional.of("Each core does the work of a tick operation after operation; what takes longer than the"
                    + " scenario's tick has missed its deadline.");
        }
        if (model instanceof AsynchronousEvents) {
            return Optional.of(
                    "The spikes of a tick set out at its beginning; a message waits until its core has served"
                            + " those before it.");
        }
        if (model instanceof SerialTicks) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("there is no sentence for " + model.name());
    }

    private static final String LINEAR = "; the barrier is linear between the tile counts it is published for.";
    private static final String STEPPED = "; the barrier takes what is published for the next smaller number of tiles.";

    private static String barrier(TimingForm form) {
        return switch (form) {
            case PHASES ->
                "A tick takes the slowest core's updates, the longest path, the slowest core's synaptic"
                        + " operations and the barrier, one after the other; contention on the mesh is left out";
            case SIMPLE ->
                "A tick takes the slowest core, sending or receiving, and the barrier; the network is left out";
            case DETAILED ->
                "A tick takes until the last message is sent and processed, with contention for links and"
                        + " cores, and the barrier";
        };
    }
}
