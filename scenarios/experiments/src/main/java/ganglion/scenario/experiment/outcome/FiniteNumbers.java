package ganglion.scenario.experiment.outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Numbers in JSON, which knows finite ones only. */
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
