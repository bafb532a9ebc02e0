package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.Optional;

/**
 * The chip's tick is the scenario's tick, kept by a clock; work that does not fit into it is an overrun.
 *
 * @param shortestTick the shortest tick at which the chip was shown to run, in seconds, where known
 */
public record RealTimeTicks(Optional<Figure> shortestTick) implements TimeModel {

    @Override
    public String name() {
        return "real-time-ticks";
    }
}
