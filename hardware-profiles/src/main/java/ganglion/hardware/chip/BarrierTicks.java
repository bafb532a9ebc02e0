package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A tick lasts until the slowest core is done and all cores have met at a barrier.
 *
 * @param barrier time of the barrier by number of tiles in use, ascending; empty if unknown
 * @param stepped whether a point of the curve holds until the next one, rather than the curve being linear in between
 * @param form how the time before the barrier is composed
 * @param linkBuffer messages that one link of the mesh can hold; needed for {@link TimingForm#DETAILED}
 */
public record BarrierTicks(List<BarrierTime> barrier, boolean stepped, TimingForm form, Optional<Figure> linkBuffer)
        implements TimeModel {

    /**
     * One point of the barrier's curve.
     *
     * @param tiles number of tiles in use
     * @param time seconds that the barrier takes
     */
    public record BarrierTime(int tiles, Figure time) {}

    /** Takes a copy of the list. */
    public BarrierTicks {
        barrier = List.copyOf(barrier);
        Objects.requireNonNull(form, "form");
    }

    /** Linear between the points, phases one after the other. */
    public BarrierTicks(List<BarrierTime> barrier) {
        this(barrier, false, TimingForm.PHASES, Optional.empty());
    }

    @Override
    public String name() {
        return "barrier-ticks";
    }
}
