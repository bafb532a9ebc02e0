package ganglion.scenario.explore.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;

/**
 * Right decisions of some.
 *
 * @param correct right ones
 * @param samples all
 */
record Share(int correct, int samples) {

    double value() {
        return samples == 0 ? 0 : (double) correct / samples;
    }

    /** Puts the share and its 95 % interval. */
    void putInto(ObjectNode node) {
        WilsonInterval interval = WilsonInterval.of(value(), samples);
        node.put("correct", correct).put("accuracy", value());
        node.putArray("accuracyInterval").add(interval.low()).add(interval.high());
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("samples", samples);
        putInto(node);
        return node;
    }
}
