package ganglion.hardware.profile;

import ganglion.hardware.figure.Figure;
import java.util.List;

/**
 * A tick lasts until the slowest core is done and all cores have met at a barrier.
 *
 * @param barrier time of the barrier by number of tiles in use, ascending, linear in between; empty if unknown
 */
public record BarrierTicks(List<BarrierTime> barrier) implements TimeModel {

    /**
     * One point of the barrier's curve.
     *
     * @param tiles number of tiles in use
     * @param time seconds that the barrier takes
     */
    public record BarrierTime(int tiles, Figure time) {}

    public BarrierTicks {
        barrier = List.copyOf(barrier);
    }

    @Override
    public String name() {
        return "barrier-ticks";
    }
}
