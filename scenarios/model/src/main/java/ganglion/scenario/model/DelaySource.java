package ganglion.scenario.model;

import ganglion.kernel.random.Distribution;

/** Where the delays of a projection come from. */
public sealed interface DelaySource {

    /** One delay for every synapse, at least 1 tick. */
    record Constant(int ticks) implements DelaySource {}

    /** Delays from a distribution, in ticks; rounded to whole ticks. */
    record Drawn(Distribution ticks) implements DelaySource {}

    /**
     * Delays that grow with the distance between two neurons, as of a signal on its way; rounded to whole ticks. Only with
     * a rule that knows distances.
     *
     * @param ticksAtZero delay at a distance of 0
     * @param ticksPerLength what a distance of 1 adds
     */
    record ByDistance(double ticksAtZero, double ticksPerLength) implements DelaySource {}
}
