package ganglion.hardware.latency;

import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.BarrierTicks.BarrierTime;
import java.util.List;
import java.util.OptionalDouble;

/** Time of a barrier by the number of tiles in use. */
public final class BarrierCurve {

    private BarrierCurve() {}

    /** Seconds; empty outside the measured points. A stepped curve continues after its last point. */
    public static OptionalDouble seconds(BarrierTicks ticks, int tiles) {
        return ticks.stepped() ? stepped(ticks.barrier(), tiles) : linear(ticks.barrier(), tiles);
    }

    private static OptionalDouble stepped(List<BarrierTime> points, int tiles) {
        OptionalDouble seconds = OptionalDouble.empty();
        for (BarrierTime point : points) {
            if (point.tiles() <= tiles) {
                seconds = OptionalDouble.of(point.time().value());
            }
        }
        return seconds;
    }

    private static OptionalDouble linear(List<BarrierTime> points, int tiles) {
        for (int i = 0; i < points.size(); i++) {
            BarrierTime point = points.get(i);
            if (point.tiles() == tiles) {
                return OptionalDouble.of(point.time().value());
            }
            if (i > 0 && points.get(i - 1).tiles() < tiles && tiles < point.tiles()) {
                return OptionalDouble.of(between(points.get(i - 1), point, tiles));
            }
        }
        return OptionalDouble.empty();
    }

    private static double between(BarrierTime low, BarrierTime high, int tiles) {
        double share = (double) (tiles - low.tiles()) / (high.tiles() - low.tiles());
        return low.time().value() + share * (high.time().value() - low.time().value());
    }
}
