package ganglion.hardware.latency;

import ganglion.hardware.profile.BarrierTicks.BarrierTime;
import java.util.List;
import java.util.OptionalDouble;

/** Time of a barrier by the number of tiles that take part. */
public final class BarrierCurve {

    private BarrierCurve() {}

    /** Seconds, linear between the points on either side; nothing outside of them, where nobody measured. */
    public static OptionalDouble seconds(List<BarrierTime> points, int tiles) {
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
