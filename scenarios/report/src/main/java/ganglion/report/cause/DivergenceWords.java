package ganglion.report.cause;

import ganglion.scenario.cause.NetworkDifference;
import ganglion.scenario.cause.PartPair;

/** What differs between two runs, in words. */
public final class DivergenceWords {

    private DivergenceWords() {}

    /** Something in which the networks differ. */
    public static String of(DivergenceQuestion question, NetworkDifference difference) {
        return switch (difference.kind()) {
            case INPUT ->
                "input " + difference.place() + ": other spikes from "
                        + question.first().time(difference.count()) + " on";
            case PARAMETERS -> difference.place() + ": another model or other parameters";
            case WEIGHTS ->
                "synapses from " + difference.place() + ": " + difference.count() + " of " + difference.of()
                        + " weights";
            case CONNECTIONS -> "synapses from " + difference.place() + ": other connections or delays";
            case PLASTICITY -> "synapses from " + difference.place() + ": another plasticity";
            case PROJECTIONS -> "other projections";
        };
    }

    /** A part of a potential. */
    public static String name(DivergenceQuestion question, int population, PartPair pair) {
        return switch (pair.kind()) {
            case SPIKE ->
                question.first().name(pair.source()) + " at "
                        + question.first().time(pair.source().tick());
            case INITIAL -> CauseWords.INITIAL;
            case DRIVE -> CauseWords.DRIVE;
            case OWN_SPIKES -> CauseWords.OWN_SPIKES;
            case CURRENT -> question.first().currents(population).get(pair.current());
            case REFERENCE -> "reset or resting potential";
        };
    }

    /**
     * Why what a spike adds differs: it reaches the neuron in one run only, or with another weight, or else the neuron responds otherwise to
     * the same weight. Empty for parts that are no spikes.
     */
    public static String why(PartPair pair) {
        if (pair.kind() != PartPair.Kind.SPIKE) {
            return "";
        }
        if (pair.firstWeight() == 0 || pair.secondWeight() == 0) {
            return pair.firstWeight() == 0 ? "reaches it in the second run only" : "reaches it in the first run only";
        }
        return pair.firstWeight() == pair.secondWeight()
                ? "other response"
                : "weight " + CauseWords.number(pair.firstWeight()) + ", " + CauseWords.number(pair.secondWeight());
    }
}
