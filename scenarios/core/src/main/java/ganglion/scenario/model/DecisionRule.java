package ganglion.scenario.model;

import ganglion.kernel.time.Clock;
import java.util.OptionalDouble;

/**
 * How clips are decided.
 *
 * @param pointer its place in the scenario
 * @param population read-out population
 * @param input audio input whose clips are decided; empty if there is none, and the run is decided as a whole
 * @param marginTicks how long after a clip's end spikes still count for it
 * @param readOut how the population decides for a class
 * @param stopWhenCertain probability, above 0.5 and below 1, with which the neuron with most spikes must have the highest rate for the decision to be taken
 *     before the end; empty if it is taken at the end
 * @param live how a session without an end decides
 */
public record DecisionRule(
        String pointer,
        String population,
        String input,
        long marginTicks,
        ReadOutRule readOut,
        OptionalDouble stopWhenCertain,
        LiveRule live) {

    /** The decision is taken at the end. */
    public DecisionRule(String pointer, String population, String input, long marginTicks, ReadOutRule readOut) {
        this(pointer, population, input, marginTicks, readOut, OptionalDouble.empty(), LiveRule.DEFAULT);
    }

    /** The neuron with most spikes wins. */
    public DecisionRule(String pointer, String population, String input, long marginTicks) {
        this(pointer, population, input, marginTicks, ReadOutRule.MOST_SPIKES);
    }

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
}
