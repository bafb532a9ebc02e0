package ganglion.hardware.cost;

import ganglion.hardware.activity.MemoryWords;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.text.PlacementPicture;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Further results of a cost.
 *
 * @param totalInterval the range that the total lies in, as far as the errors of its figures are known; absent if the total
 *     is, or if nothing is known of any error
 * @param knownInterval the same for the sum of the components that are known
 * @param overruns ticks that took too long, the first {@link Overrun#MOST_LISTED} of them
 * @param spikeLatency time from each spike to its last synapse on each core that it reaches, in picoseconds; empty if
 *     unknown
 * @param chipTickSeconds the scenario's tick on the chip's clock, shorter by the speed-up of accelerated chips
 * @param unknownTimes figures that the time would need, human-readable; empty if it is known
 * @param memory words of memory that the network's state and connectivity make the chip touch
 * @param picture the placement, for drawing; absent unless it was asked for and the network is placed
 */
public record CostDetails(
        Optional<Interval> totalInterval,
        Optional<Interval> knownInterval,
        List<Overrun> overruns,
        Histogram spikeLatency,
        double chipTickSeconds,
        List<String> unknownTimes,
        MemoryWords memory,
        Optional<PlacementPicture> picture) {

    /** Takes copies of the lists. */
    public CostDetails {
        overruns = List.copyOf(overruns);
        unknownTimes = List.copyOf(unknownTimes);
    }

    /** Details without anything but the length of the tick on the chip. */
    public static CostDetails none(double tickSeconds) {
        return new CostDetails(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Histogram(3),
                tickSeconds,
                List.of(),
                MemoryWords.NONE,
                Optional.empty());
    }

    /** The same with a picture of the placement. */
    CostDetails with(PlacementPicture drawn) {
        return new CostDetails(
                totalInterval,
                knownInterval,
                overruns,
                spikeLatency,
                chipTickSeconds,
                unknownTimes,
                memory,
                Optional.of(drawn));
    }
}
