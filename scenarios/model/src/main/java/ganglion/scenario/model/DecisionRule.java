package ganglion.scenario.model;

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
}
