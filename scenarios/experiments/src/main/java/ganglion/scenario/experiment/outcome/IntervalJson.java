package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;

/** Intervals of shares as JSON: a list of two numbers. */
public final class IntervalJson {

    private IntervalJson() {}

    /** Puts the 95 % interval of a share that was counted on a number of samples. */
    public static void put(ObjectNode node, String key, double share, int samples) {
        WilsonInterval interval = WilsonInterval.of(share, samples);
        node.putArray(key).add(interval.low()).add(interval.high());
    }
}
