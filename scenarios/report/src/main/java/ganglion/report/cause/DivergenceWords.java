package ganglion.report.cause;

import ganglion.scenario.cause.NetworkDifference;
import ganglion.scenario.cause.PartPair;
import java.util.Locale;

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
            case INITIAL -> "initial potential";
            case DRIVE -> "leak towards rest and bias";
            case OWN_SPIKES -> "resets after own spikes";
            case CURRENT -> question.first().currents(population).get(pair.current());
            case REFERENCE -> "reset or resting potential";
        };
    }

    /** Why a part differs, as far as can be told from it; empty for parts that are no spikes. */
    public static String why(PartPair pair) {
        if (pair.kind() != PartPair.Kind.SPIKE) {
            return "";
        }
        if (pair.firstWeight() == 0 || pair.secondWeight() == 0) {
            return pair.firstWeight() == 0 ? "reaches it in the second run only" : "reaches it in the first run only";
        }
        return pair.firstWeight() == pair.secondWeight()
                ? "other response"
                : "weight " + number(pair.firstWeight()) + ", " + number(pair.secondWeight());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
