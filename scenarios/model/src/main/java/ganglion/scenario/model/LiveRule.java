package ganglion.scenario.model;

import ganglion.kernel.time.Clock;

/**
 * How a session that has no end decides: by what the read-out population did within a window that slides.
 *
 * @param windowSeconds length of the window, above 0
 * @param certain probability that the leading class must reach to be decided for, 0 to 1
 * @param holdSeconds for how long a class stays decided for after it was certain last, at least 0
 */
public record LiveRule(double windowSeconds, double certain, double holdSeconds) {

    /** For scenarios that say nothing of it. */
    public static final LiveRule DEFAULT = new LiveRule(1, 0.9, 0.3);

    /** Length of the window in ticks, at least one. */
    public int windowTicks(Clock clock) {
        return (int) Math.max(1, Math.round(windowSeconds / clock.tickSeconds()));
    }

    /** Length of the hold in ticks. */
    public long holdTicks(Clock clock) {
        return Math.round(holdSeconds / clock.tickSeconds());
    }
}
