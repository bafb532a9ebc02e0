package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Numbers in JSON, which has none that are not finite. */
final class Numbers {

    private Numbers() {}

    /** Puts a number, or null where it is not finite. */
    static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
