package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** FiniteNumbers in JSON, which has none that are not finite. */
public final class FiniteNumbers {

    private FiniteNumbers() {}

    /** Puts a number, or null where it is not finite. */
    public static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
