package ganglion.scenario.model;

/**
 * How clips are decided.
 *
 * @param pointer its place in the scenario
 * @param population read-out population
 * @param input audio input whose clips are decided; empty if there is none, and the run is decided as a whole
 * @param marginTicks how long after a clip's end spikes still count for it
 * @param readOut how the population decides for a class
 */
public record DecisionRule(String pointer, String population, String input, long marginTicks, ReadOutRule readOut) {

    /** The neuron with most spikes wins. */
    public DecisionRule(String pointer, String population, String input, long marginTicks) {
        this(pointer, population, input, marginTicks, ReadOutRule.MOST_SPIKES);
    }
}
