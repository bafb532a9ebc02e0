package ganglion.scenario.explore.cascade;

import ganglion.hardware.cascade.CascadeEnergy;
import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;

/**
 * What a network does on some samples, as a stage of a cascade.
 *
 * @param samples the same for the same samples in the same order
 * @param decided labels and winners of all samples
 * @param power what it takes
 * @param asleep whether its device sleeps between decisions; else it idles
 * @param periodSeconds time from one decision to the next
 */
public record StageFigures(
        String samples, ClipWinners decided, StagePower power, boolean asleep, double periodSeconds) {

    /** Ticks add up to a window only up to rounding. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if a window has no length */
    public StageFigures {
        if (!(periodSeconds > 0) || Double.isInfinite(periodSeconds)) {
            throw new IllegalArgumentException("found a window of " + periodSeconds + " s, expected more than 0");
        }
    }

    /** Whether windows are as long. */
    boolean isAsLongAs(StageFigures other) {
        return Math.abs(periodSeconds - other.periodSeconds) <= ROUNDING * periodSeconds;
    }

    /** Decisions in an hour, of one in each window. */
    public double windowsPerHour() {
        return CascadeEnergy.SECONDS_PER_HOUR / periodSeconds;
    }

    /** Joules of an hour with a decision in each window. */
    public double joulesPerHour() {
        return power.joulesPerHour(windowsPerHour());
    }
}
